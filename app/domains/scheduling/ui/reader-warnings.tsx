import { Disclosure } from '#app/ui/disclosure.tsx'
import type { SessionPage } from '../session-page.ts'

/** So many are read at a glance. */
const mostAtOnce = 3

/** Who could read others' cards of the candidate before they would take a seat: told before anybody is put into it. */
export function ReaderWarnings({ readers }: { readers: SessionPage['readers'] }) {
  if (readers.length === 0) return null
  const list = (
    <ul className="max-w-measure text-dense text-ink-2">
      {readers.map(({ userId, words }) => (
        <li key={userId}>{words}</li>
      ))}
    </ul>
  )
  if (readers.length <= mostAtOnce) return <div className="mt-2">{list}</div>
  return (
    <Disclosure title={`${readers.length} people could read scorecards of this candidate first`}>
      {list}
    </Disclosure>
  )
}
