import { Lock } from 'lucide-react'
import { Note } from '#app/ui/note.tsx'
import type { ComparisonRow } from '../comparison-view.ts'
import { explainWaiting, type Waiting } from '../waiting.ts'

const most = 8

type WaitingListProps = {
  rows: readonly Pick<ComparisonRow, 'applicationId' | 'name'>[]
  waiting: Readonly<Record<string, Waiting>>
}

/** Why nothing can be seen yet, candidate by candidate. */
export function WaitingList({ rows, waiting }: WaitingListProps) {
  return (
    <Note
      tone="calm"
      icon={Lock}
      title="Everybody rates for themselves first."
      className="mt-4 max-w-measure"
    >
      <ul className="mt-1">
        {rows.slice(0, most).map(({ applicationId, name }) => {
          const why = waiting[applicationId]
          return (
            <li key={applicationId}>
              {name}: {why ? explainWaiting(why) : 'No interview is planned yet.'}
            </li>
          )
        })}
      </ul>
      {rows.length > most ? <p>And {rows.length - most} more.</p> : null}
    </Note>
  )
}
