import type { When } from '#app/lib/dates.ts'

/** A moment in people's words, with the exact one in its title. */
export function Moment({ when }: { when: When }) {
  return (
    <time dateTime={when.iso} title={when.exact} className="whitespace-nowrap">
      {when.text}
    </time>
  )
}
