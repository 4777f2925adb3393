import { useState } from 'react'
import {
  recommendations,
  recommendationWords,
  type ScorecardRecord,
} from '#app/domains/scorecards/scorecard.ts'
import type { Missing } from '#app/domains/scorecards/submit-check.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Note } from '#app/ui/note.tsx'
import { Notes } from './notes.tsx'

type SummaryStepProps = {
  record: ScorecardRecord
  missing: readonly Missing[]
  edit: (field: string, value: unknown) => void
  onGo: (missing: Missing) => void
  /** Submits, and gives words when it did not work. */
  onSubmit: () => Promise<string | null>
}

/** For, against, a recommendation, and what still stands between the card and its submission. */
export function SummaryStep({ record, missing, edit, onGo, onSubmit }: SummaryStepProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isSubmitting, setSubmitting] = useState(false)

  async function submit(): Promise<void> {
    setSubmitting(true)
    setProblem(await onSubmit())
    setSubmitting(false)
  }

  return (
    <div className="grid gap-x-12 gap-y-2 py-4 sm:grid-cols-2">
      <section aria-labelledby="summary-title" className="min-w-0">
        <h1 id="summary-title" className="text-title sm:text-aloud">
          Summary
        </h1>
        <Notes
          id="summary:for"
          label="What speaks for this person"
          value={record.summaryFor}
          onChange={(text) => edit('summary:for', text)}
        />
        <Notes
          id="summary:against"
          label="What speaks against"
          value={record.summaryAgainst}
          onChange={(text) => edit('summary:against', text)}
        />
      </section>
      <section aria-labelledby="recommendation-title" className="min-w-0 max-sm:mt-4">
        <h2 id="recommendation-title" className="mb-2 text-head">
          Recommendation
        </h2>
        <div
          role="group"
          aria-labelledby="recommendation-title"
          className="flex flex-wrap gap-2"
          id="recommendation"
        >
          {recommendations.map((word) => (
            <Button
              key={word}
              type="button"
              aria-pressed={record.recommendation === word}
              onClick={() => edit('recommendation', record.recommendation === word ? null : word)}
              className={classNames(
                'max-sm:min-h-11',
                record.recommendation === word && 'border-ink bg-ink text-paper hover:bg-ink',
              )}
            >
              {recommendationWords[word]}
            </Button>
          ))}
        </div>
        <Notes
          id="recommendation:reason"
          label={
            record.recommendation === 'no-decision'
              ? 'Reason, required for “No decision”'
              : 'Reason, in a sentence or two'
          }
          value={record.recommendationReason}
          onChange={(text) => edit('recommendation:reason', text)}
        />
        <div className="mt-6 border-t-[1.5px] border-rule pt-3">
          {missing.length > 0 ? (
            <>
              <h2 className="text-head">Before you submit</h2>
              <ul className="mt-1 mb-3">
                {missing.map((entry) => (
                  <li key={entry.field}>
                    <button
                      type="button"
                      onClick={() => onGo(entry)}
                      className="min-h-7 text-left text-accent underline underline-offset-3 pointer-coarse:min-h-11"
                    >
                      {entry.message}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p className="mb-3">
              Everything is in. After you submit, the scorecard is locked; you can undo it for 60 seconds.
            </p>
          )}
          {problem ? (
            <div role="alert">
              <Note tone="stop" className="mb-3">
                {problem}
              </Note>
            </div>
          ) : null}
          <Button
            type="button"
            variant="primary"
            aria-disabled={isSubmitting}
            onClick={() => {
              if (!isSubmitting) void submit()
            }}
          >
            {isSubmitting ? 'Submitting' : 'Submit scorecard'}
          </Button>
        </div>
      </section>
    </div>
  )
}
