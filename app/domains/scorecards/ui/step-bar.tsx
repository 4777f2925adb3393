import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import type { ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { classNames } from '#app/ui/class-names.ts'
import { RatingState } from './rating-state.tsx'

type StepBarProps = {
  view: ScorecardView
  record: ScorecardRecord
  /** The index of the step in view; the summary comes after the last question. */
  step: number
  onStep: (step: number) => void
}

const summaryMinutes = 4

/** The plan of the interview drawn to scale in minutes, with what was given so far. */
export function StepBar({ view, record, step, onStep }: StepBarProps) {
  const planned = view.questions.reduce((sum, question) => sum + question.minutes, 0)
  const free = view.minutes - planned
  return (
    <nav aria-label="Questions, width is planned minutes">
      <ol className="mt-2 flex gap-1 sm:mt-3 sm:gap-0 sm:border-b-[1.5px] sm:border-rule">
        {view.questions.map((question, index) => (
          <Step
            key={question.questionId}
            minutes={question.minutes}
            isCurrent={index === step}
            onClick={() => onStep(index)}
            label={`Question ${question.number}, ${question.title}`}
            top={
              <>
                <b>{question.number}</b> <span className="hidden sm:inline">{question.title}</span>
              </>
            }
          >
            <RatingState
              rating={record.questions[question.questionId]?.rating ?? null}
              levels={view.levels}
              isWordHidden
            />
            <span className="hidden truncate sm:inline">{question.minutes} min</span>
          </Step>
        ))}
        <Step
          minutes={summaryMinutes}
          isCurrent={step === view.questions.length}
          onClick={() => onStep(view.questions.length)}
          label="Summary and recommendation"
          top={
            <>
              <b aria-hidden className="sm:hidden">
                ∑
              </b>
              <span className="hidden sm:inline">Summary</span>
            </>
          }
        >
          <span className="truncate">
            {record.recommendation ? <span className="hidden sm:inline">decided</span> : null}
            <span className={record.recommendation ? 'sm:hidden' : undefined} aria-hidden>
              {record.recommendation ? '✓' : '…'}
            </span>
          </span>
        </Step>
        {free > 0 ? (
          <li
            style={{ flexGrow: free }}
            className="hidden min-w-0 basis-0 bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_7px)] p-1.5 text-label text-ink-2 sm:block"
          >
            <span className="bg-paper px-1">{free} min free</span>
          </li>
        ) : null}
      </ol>
    </nav>
  )
}

type StepProps = {
  minutes: number
  isCurrent: boolean
  onClick: () => void
  label: string
  top: React.ReactNode
  children: React.ReactNode
}

function Step({ minutes, isCurrent, onClick, label, top, children }: StepProps) {
  return (
    <li style={{ flexGrow: minutes }} className="min-w-8 basis-0 sm:min-w-[5.75rem]">
      <button
        type="button"
        aria-label={label}
        aria-current={isCurrent ? 'step' : undefined}
        onClick={onClick}
        className={classNames(
          'block h-11 w-full overflow-hidden rounded-sm border border-line-2 px-1 text-dense text-ink-2 sm:h-[52px] sm:rounded-none sm:border-y-0 sm:border-r-0 sm:border-line sm:px-2.5 sm:text-left',
          isCurrent && 'border-ink bg-surface font-semibold text-ink shadow-[inset_0_-4px_0_var(--ink)]',
        )}
      >
        <span className="block truncate">{top}</span>
        <span className="mt-0.5 flex items-center justify-center gap-1.5 text-label font-normal whitespace-nowrap sm:justify-start">
          {children}
        </span>
      </button>
    </li>
  )
}
