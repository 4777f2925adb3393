import { listDeviations } from '#app/domains/scorecards/deviations.ts'
import type { ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import type { Missing } from '#app/domains/scorecards/submit-check.ts'
import type { WordingFlag } from '#app/domains/scorecards/wording-flags.ts'

/** A field to go to, and the question it belongs to; null for the summary. */
export type FieldPlace = { field: string; questionId: string | null }

const link =
  'min-h-7 text-left text-accent underline underline-offset-3 wrap-anywhere pointer-coarse:min-h-11'

/** What stands between the card and its submission, each with the way there. */
export function MissingList({
  missing,
  onGo,
}: {
  missing: readonly Missing[]
  onGo: (place: FieldPlace) => void
}) {
  if (missing.length === 0) {
    return (
      <p className="mb-3">
        Everything is in. After you submit, the scorecard is locked; you can undo it for 60 seconds.
      </p>
    )
  }
  return (
    <>
      <h2 className="text-head">Before you submit</h2>
      <ul className="mt-1 mb-3">
        {missing.map((entry) => (
          <li key={entry.field}>
            <button type="button" onClick={() => onGo(entry)} className={link}>
              {entry.message}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Words that deserve another look, each with why. Nothing here hinders a submission. */
export function WordingList({
  flags,
  onGo,
}: {
  flags: readonly WordingFlag[]
  onGo?: (place: FieldPlace) => void
}) {
  if (flags.length === 0) return null
  return (
    <>
      <h2 className="mt-6 text-head">Wording to look at again</h2>
      <p className="text-dense text-ink-2">
        Found by a list of words, so it may be wrong. Nothing here keeps you from submitting; what stands in
        quotation marks is the candidate’s and is left alone.
      </p>
      <ul className="mt-2 grid gap-2.5">
        {flags.map((flag) => (
          <li key={flag.field + flag.words} className="border-l-3 border-amber-mark pl-3">
            <p className="wrap-anywhere">
              <b>“{flag.words}”</b> in{' '}
              {onGo ? (
                <button type="button" onClick={() => onGo(flag)} className={link}>
                  {flag.place}
                </button>
              ) : (
                flag.place
              )}
            </p>
            <p className="max-w-measure text-dense text-ink-2">{flag.reason}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How the interview left its plan; it stands on the card for whoever reads it. */
export function Deviations({
  record,
  questions,
}: {
  record: ScorecardRecord
  questions: readonly { questionId: string; title: string }[]
}) {
  const deviations = listDeviations(record, questions)
  if (deviations.length === 0) return null
  return (
    <>
      <h2 className="mt-6 text-head">Left the plan</h2>
      <p className="text-dense text-ink-2">This stands on the card for everybody who reads it.</p>
      <ul className="mt-1 grid gap-1">
        {deviations.map(({ questionId, words }) => (
          <li key={questionId}>{words}</li>
        ))}
      </ul>
    </>
  )
}
