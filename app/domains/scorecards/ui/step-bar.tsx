import type { ReactNode } from 'react'
import { offQuestion } from '#app/domains/scorecards/live/clock.ts'
import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { classNames } from '#app/ui/class-names.ts'
import { QuestionTime, TimeTrack } from './clock-face.tsx'
import { RatingState } from './rating-state.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveTime } from './use-server-clock.ts'

type StepBarProps = {
  view: ScorecardView
  card: LiveCardModel
  time: LiveTime
  /** Nothing tells what was given: the candidate may see the screen. */
  isMasked: boolean
  onGo: (place: string) => void
}

/** The plan of the interview drawn to scale in minutes, what was given so far, and what the clock says below it. */
export function StepBar({ view, card, time, isMasked, onGo }: StepBarProps) {
  const { items, place, record } = card
  const planned = items.reduce((sum, item) => sum + item.minutes, 0)
  const free = Math.max(0, view.minutes - planned)
  const isDecided = record.recommendation !== null && !isMasked
  return (
    <nav
      aria-label="Questions, width is planned minutes"
      className="mt-1.5 flex items-start gap-1 sm:mt-3 sm:gap-0"
    >
      <div className="min-w-0 grow">
        <ol className="flex gap-1 sm:gap-0 sm:border-b-[1.5px] sm:border-rule">
          {items.map((item) => (
            <Step
              key={item.id}
              minutes={item.minutes}
              isCurrent={item.id === place}
              onClick={() => onGo(item.id)}
              label={`${item.kind === 'planned' ? 'Question' : 'Unplanned question'} ${item.label}, ${item.title}`}
              top={
                <>
                  <b>{item.label}</b> <span className="hidden sm:inline">{item.title}</span>
                </>
              }
            >
              <Mark item={item} view={view} isMasked={isMasked} />
              <span className={isMasked && item.minutes === 0 ? 'hidden' : 'hidden truncate sm:inline'}>
                <QuestionTime card={card} time={time} id={item.id} />
              </span>
            </Step>
          ))}
          {free > 0 ? (
            <li
              style={{ flexGrow: free }}
              className="hidden min-w-0 basis-0 bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_7px)] p-1.5 text-label text-ink-2 sm:block"
            >
              <span className="bg-paper px-1">{free} min free</span>
            </li>
          ) : null}
        </ol>
        <TimeTrack card={card} time={time} totalMinutes={Math.max(planned, view.minutes)} />
      </div>
      <div className="w-11 flex-none sm:w-24 sm:border-b-[1.5px] sm:border-rule">
        <StepButton
          isCurrent={place === offQuestion}
          onClick={() => onGo(offQuestion)}
          label="Review and recommendation"
          top={
            <>
              <b aria-hidden className="sm:hidden">
                ∑
              </b>
              <span className="hidden sm:inline">Review</span>
            </>
          }
        >
          <span aria-hidden className="truncate">
            <span className="sm:hidden">{isDecided ? '✓' : '…'}</span>
            <span className="hidden sm:inline">{isDecided ? 'decided' : 'and submit'}</span>
          </span>
        </StepButton>
      </div>
    </nav>
  )
}

function Mark({ item, view, isMasked }: { item: LiveItem; view: ScorecardView; isMasked: boolean }) {
  if (isMasked) return item.record.rating === null ? null : <span className="truncate">noted</span>
  return <RatingState rating={item.record.rating} levels={view.levels} isWordHidden />
}

type StepButtonProps = {
  isCurrent: boolean
  onClick: () => void
  label: string
  top: ReactNode
  children: ReactNode
}

function Step({ minutes, ...button }: StepButtonProps & { minutes: number }) {
  return (
    <li style={{ flexGrow: Math.max(minutes, 3) }} className="min-w-8 basis-0 sm:min-w-20">
      <StepButton {...button} />
    </li>
  )
}

function StepButton({ isCurrent, onClick, label, top, children }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onClick}
      className={classNames(
        'block h-11 w-full overflow-hidden rounded-sm border border-line-2 px-1 text-dense text-ink-2 sm:h-[52px] sm:rounded-none sm:border-y-0 sm:border-r-0 sm:border-line sm:px-2.5 sm:text-left',
        isCurrent &&
          'border-ink bg-surface font-semibold text-ink shadow-[inset_0_-4px_0_var(--ink)] max-sm:border-2',
      )}
    >
      <span className="block truncate">{top}</span>
      <span className="mt-0.5 flex items-center justify-center gap-1.5 text-label font-normal whitespace-nowrap sm:justify-start">
        {children}
      </span>
    </button>
  )
}
