import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { NearDuplicate } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { Likeness } from './likeness.tsx'
import { VerdictForm } from './verdict-form.tsx'

/** Pairs on which somebody has said something: a line each, with who said it and the way back. */
export function DecidedPairs({ pairs, mayDecide }: { pairs: readonly NearDuplicate[]; mayDecide: boolean }) {
  return (
    <ul className="border-t border-line">
      {pairs.map((pair) => (
        <li
          key={`${pair.a.id} ${pair.b.id}`}
          className="grid items-center gap-x-8 gap-y-1 border-b border-line py-2 xl:grid-cols-[9rem_1fr_auto]"
        >
          <Likeness score={pair.score} />
          <p className="min-w-0">
            <TextLink look="plain" to={paths.question(pair.a.id)}>
              {pair.a.title}
            </TextLink>{' '}
            and{' '}
            <TextLink look="plain" to={paths.question(pair.b.id)}>
              {pair.b.title}
            </TextLink>
            {pair.decision ? (
              <span className="text-dense text-ink-2">, said {pair.decision.byName}</span>
            ) : null}
          </p>
          {mayDecide ? <VerdictForm pair={pair} /> : null}
        </li>
      ))}
    </ul>
  )
}
