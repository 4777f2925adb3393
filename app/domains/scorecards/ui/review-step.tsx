import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { listWordingFlags } from '#app/domains/scorecards/wording-flags.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { paths } from '#app/paths.ts'
import { Note } from '#app/ui/note.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { liveMissing } from './live-values.ts'
import { Notes } from './notes.tsx'
import { Deviations, MissingList, WordingList, type FieldPlace } from './review-findings.tsx'
import { ReviewQuestions } from './review-questions.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveLook } from './use-live-prefs.ts'
import type { LiveTime } from './use-server-clock.ts'

type ReviewStepProps = {
  view: ScorecardView
  card: LiveCardModel
  time: LiveTime
  look: LiveLook
  isAlive: boolean
  onGo: (place: FieldPlace) => void
  /** Submits, and gives words when it did not work. */
  onSubmit: () => Promise<string | null>
}

/** After the interview: what is missing, what deserves another look, then for, against, a recommendation, and submit. */
export function ReviewStep({ view, card, time, look, isAlive, onGo, onSubmit }: ReviewStepProps) {
  const { record, edit } = card
  const isMasked = look.isHidden || !isAlive
  const missing = liveMissing(view, record)
  return (
    <div className="grid gap-x-12 gap-y-2 py-4 md:grid-cols-2">
      <section aria-labelledby="review-title" className="min-w-0">
        <h1 id="review-title" className="text-title sm:text-aloud">
          Review
        </h1>
        <ReviewQuestions {...{ view, card, time, isMasked, onGo }} />
        {look.isHidden ? null : <WordingList flags={listWordingFlags(record, view.questions)} onGo={onGo} />}
        <Deviations record={record} questions={view.questions} />
        {look.isHidden ? null : (
          <p className="mt-4 text-dense">
            <TextLink to={paths.formPdf(view.scorecardId)} reloadDocument target="_blank">
              Go on offline: this scorecard as a PDF to fill
            </TextLink>
          </p>
        )}
      </section>
      {look.isHidden ? (
        <div className="self-start rounded-sm border-2 border-dotted border-line-2 p-4 max-md:mt-6">
          <p className="flex items-center gap-2 font-semibold">
            <EyeOff aria-hidden /> Ratings are hidden
          </p>
          <p className="mt-1 mb-3 text-ink-2">
            So are the summary, the recommendation, what is still missing, and the way to submit.
          </p>
          <Button type="button" onClick={() => look.setHidden(false)}>
            Show ratings
          </Button>
        </div>
      ) : (
        <section aria-labelledby="summary-title" className="min-w-0 max-md:mt-6">
          <h2 id="summary-title" className="text-head">
            Summary
          </h2>
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
          <Recommendation card={card} isAlive={isAlive} />
          <div className="mt-6 border-t-[1.5px] border-rule pt-3">
            <MissingList missing={missing} onGo={onGo} />
            <SubmitButton onSubmit={onSubmit} />
          </div>
        </section>
      )}
    </div>
  )
}

function Recommendation({ card, isAlive }: { card: LiveCardModel; isAlive: boolean }) {
  const { record, edit } = card
  const chosen = isAlive ? record.recommendation : null
  return (
    <>
      <h2 id="recommendation-title" className="mt-6 mb-2 text-head">
        Recommendation
      </h2>
      <div
        role="group"
        aria-labelledby="recommendation-title"
        className="flex flex-wrap gap-2"
        id="recommendation"
        tabIndex={-1}
      >
        {recommendations.map((word, at) => (
          <Button
            key={word}
            type="button"
            aria-pressed={chosen === word}
            onClick={() => edit('recommendation', chosen === word ? null : word)}
            className={classNames('max-sm:min-h-11', chosen === word && 'border-ink! bg-ink! text-paper!')}
          >
            {recommendationWords[word]}
            <span aria-hidden className="hidden lg:inline">
              <Kbd>{word === 'no-decision' ? 0 : at + 1}</Kbd>
            </span>
          </Button>
        ))}
      </div>
      <Notes
        id="recommendation:reason"
        label={
          chosen === 'no-decision' ? 'Reason, required for “No decision”' : 'Reason, in a sentence or two'
        }
        value={record.recommendationReason}
        onChange={(text) => edit('recommendation:reason', text)}
      />
    </>
  )
}

function SubmitButton({ onSubmit }: { onSubmit: () => Promise<string | null> }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isSubmitting, setSubmitting] = useState(false)
  async function submit(): Promise<void> {
    setSubmitting(true)
    setProblem(await onSubmit())
    setSubmitting(false)
  }
  return (
    <>
      {problem ? (
        <div role="alert">
          <Note tone="stop" className="mb-3">
            {problem}
          </Note>
        </div>
      ) : null}
      <Button
        type="button"
        id="submit"
        variant="primary"
        aria-disabled={isSubmitting}
        onClick={() => {
          if (!isSubmitting) void submit()
        }}
      >
        {isSubmitting ? 'Submitting' : 'Submit scorecard'}
      </Button>
    </>
  )
}
