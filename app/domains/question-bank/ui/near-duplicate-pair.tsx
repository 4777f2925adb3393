import { paths } from '#app/paths.ts'
import { Pill } from '#app/ui/pill.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type {
  NearDuplicate,
  QuestionSide,
} from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { Likeness } from './likeness.tsx'
import { VerdictForm } from './verdict-form.tsx'

/** Two questions beside each other: what they ask, what for, what they share, and what somebody says of it. */
export function NearDuplicatePair({ pair, mayDecide }: { pair: NearDuplicate; mayDecide: boolean }) {
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line py-4 md:grid-cols-2 xl:grid-cols-[9rem_1fr_1fr]">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 md:col-span-2 xl:col-span-1 xl:block">
        <Likeness score={pair.score} />
      </div>
      <Side side={pair.a} />
      <Side side={pair.b} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 md:col-span-2 xl:col-start-2">
        <SharedTags tags={pair.sharedTags} />
        {mayDecide ? <VerdictForm pair={pair} /> : null}
      </div>
    </li>
  )
}

function Side({ side }: { side: QuestionSide }) {
  return (
    <div className="min-w-0">
      <h3 className="font-semibold">
        <TextLink look="plain" to={paths.question(side.id)}>
          {side.title}
        </TextLink>
      </h3>
      <p className="mt-0.5 wrap-anywhere">{side.prompt}</p>
      <p className="mt-1 text-dense wrap-anywhere text-ink-2">
        <b>What employers look for:</b> {side.intent}
      </p>
    </div>
  )
}

/** The topics that two questions have in common, as words. */
function SharedTags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <p className="text-dense text-ink-2">No topic in common</p>
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-dense text-ink-2">
      Both about
      {tags.map((tag) => (
        <Pill key={tag}>{tag.replaceAll('-', ' ')}</Pill>
      ))}
    </p>
  )
}
