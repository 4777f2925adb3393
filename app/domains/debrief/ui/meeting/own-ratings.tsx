import type { MeetingView } from '#app/domains/debrief/meeting/meeting-view.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EntryCard, type Rater } from './meeting-entry.tsx'

type OwnRatingsProps = {
  rated: MeetingView['rated']
  rater: Rater
  /** The point that the page shows, whose ratings stand above. */
  shown: string
  shownQuestionIds: readonly string[]
}

/** The reader's ratings that the point in view does not show: those may change as well. */
export function OwnRatings({ rated, rater, shown, shownQuestionIds }: OwnRatingsProps) {
  const own = rated.filter(
    ({ entry }) =>
      rater.ownCardIds.includes(entry.scorecardId) && !shownQuestionIds.includes(entry.questionId),
  )
  if (own.length === 0) return null
  return (
    <div className="mt-6 border-t border-line pt-2 print:hidden">
      <Disclosure title={`Your other ratings (${own.length})`}>
        <ul className="grid gap-5">
          {own.map(({ competencyName, entry }) => (
            <li key={`${entry.scorecardId} ${entry.questionId}`} className="min-w-0">
              <p className="text-dense">
                <b>{entry.questionTitle}</b> <span className="text-ink-2">{competencyName}</span>
              </p>
              <EntryCard entry={entry} rater={rater} topicKey={shown} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
