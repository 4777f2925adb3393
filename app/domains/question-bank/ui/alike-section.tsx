import { paths } from '#app/paths.ts'
import { Pill } from '#app/ui/pill.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { NearDuplicate } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { Likeness } from './likeness.tsx'
import { VerdictForm } from './verdict-form.tsx'
import { VerdictToast } from './verdict-toast.tsx'

type AlikeSectionProps = {
  questionId: string
  /** In each, `b` is the other question. */
  pairs: readonly NearDuplicate[]
  mayDecide: boolean
}

/** On the page of a question: which others ask nearly the same, and what people say of that. */
export function AlikeSection({ questionId, pairs, mayDecide }: AlikeSectionProps) {
  return (
    <>
      <VerdictToast from={questionId} />
      {pairs.length === 0 ? null : (
        <Section
          title="Asks nearly the same"
          aside={<TextLink to={paths.nearDuplicates()}>All near-duplicates</TextLink>}
        >
          <ul className="border-t border-line">
            {pairs.map((pair) => (
              <li
                key={pair.b.id}
                className="grid gap-x-8 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[9rem_1fr]"
              >
                <Likeness score={pair.score} />
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-x-2.5">
                    <TextLink look="plain" to={paths.question(pair.b.id)}>
                      {pair.b.title}
                    </TextLink>
                    {pair.decision ? (
                      <>
                        <Pill tone="calm">Asks the same</Pill>
                        <span className="text-dense text-ink-2">said {pair.decision.byName}</span>
                      </>
                    ) : null}
                  </p>
                  <p className="max-w-measure wrap-anywhere text-ink-2">{pair.b.prompt}</p>
                  {mayDecide ? (
                    <div className="mt-1.5">
                      <VerdictForm pair={pair} from={questionId} />
                    </div>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
