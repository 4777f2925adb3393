import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { isExtreme } from '#app/domains/scorecards/submit-check.ts'
import { QuestionTime } from './clock-face.tsx'
import { RatingState } from './rating-state.tsx'
import type { FieldPlace } from './review-findings.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveTime } from './use-server-clock.ts'

type ReviewQuestionsProps = {
  view: ScorecardView
  card: LiveCardModel
  time: LiveTime
  isMasked: boolean
  onGo: (place: FieldPlace) => void
}

/** Every question with what was given, whether there is evidence, and the minutes it took. */
export function ReviewQuestions({ view, card, time, isMasked, onGo }: ReviewQuestionsProps) {
  return (
    <table className="mt-3 w-full text-dense">
      <thead className="border-b border-rule text-left text-label text-ink-2">
        <tr>
          <th className="py-1 pr-3 font-normal">Question</th>
          <th className="py-1 pr-3 font-normal">Rating</th>
          <th className="py-1 pr-3 font-normal">Evidence</th>
          <th className="py-1 text-right font-normal">Time</th>
        </tr>
      </thead>
      <tbody>
        {card.items.map((item) => (
          <tr key={item.id} className="border-b border-line align-baseline">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              <button
                type="button"
                onClick={() => onGo({ field: fieldName('evidence', item.id), questionId: item.id })}
                className="py-0.5 text-left wrap-anywhere text-accent underline underline-offset-3"
              >
                <b>{item.label}</b> {item.title}
              </button>
            </th>
            <td className="py-1.5 pr-3">
              {isMasked ? (
                (item.record.rating && 'noted') || 'open'
              ) : (
                <RatingState rating={item.record.rating} levels={view.levels} />
              )}
            </td>
            <td className="py-1.5 pr-3">{evidenceWords(item, view, isMasked)}</td>
            <td className="py-1.5 text-right whitespace-nowrap">
              <QuestionTime card={card} time={time} id={item.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function evidenceWords({ record }: LiveItem, view: ScorecardView, isMasked: boolean) {
  const lines = record.evidence.split('\n').filter((line) => line.trim() !== '').length
  if (lines > 0) return `${lines} ${lines === 1 ? 'line' : 'lines'}`
  const { rating } = record
  if (!isMasked && rating?.state === 'rated' && isExtreme(rating.level, view)) {
    return <b className="font-semibold text-amber">needed for {rating.level}</b>
  }
  return 'none'
}
