import { Link } from '@remix-run/react'
import type { QueueState } from '#app/domains/scorecards/saving/queue-state.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { paths } from '#app/paths.ts'
import { Logo } from '#app/ui/logo.tsx'
import { SaveLine } from '#app/ui/save-line.tsx'
import { Switch } from '#app/ui/switch.tsx'
import { ClockFace, PaceWords } from './clock-face.tsx'
import { saveStateOf } from './live-values.ts'
import { ShadowTag } from './shadow-tag.tsx'
import { StepBar } from './step-bar.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveLook } from './use-live-prefs.ts'
import type { LiveTime } from './use-server-clock.ts'

type LiveHeaderProps = {
  view: ScorecardView
  card: LiveCardModel
  state: QueueState
  time: LiveTime
  look: LiveLook
  isAlive: boolean
  onGo: (place: string) => void
}

/** Who, the clock, whether it is saved, and the plan: always in view. */
export function LiveHeader({ view, card, state, time, look, isAlive, onGo }: LiveHeaderProps) {
  const clock = { card, time, slotMinutes: view.minutes }
  return (
    <header className="sticky top-0 z-20 -mx-4 border-b border-line bg-paper px-4 pt-1.5 sm:mx-0 sm:border-0 sm:px-0 sm:pt-3.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:flex sm:flex-wrap sm:gap-x-5 sm:gap-y-1">
        <Link to={paths.home()} aria-label="Leave to Home; nothing is lost" className="max-sm:hidden">
          <Logo />
        </Link>
        <p className="min-w-0 max-sm:truncate sm:wrap-anywhere">
          <b className="text-head" title={view.candidateName}>
            {view.candidateName}
          </b>
          {view.isShadow ? (
            <span className="ml-2.5">
              <ShadowTag />
            </span>
          ) : null}
          <span className="ml-2.5 text-ink-2 max-lg:hidden">
            {view.focus}, {view.roleName}
          </span>
        </p>
        <div className="flex items-center gap-3 max-sm:row-span-2 sm:ml-auto">
          <ClockFace {...clock} />
          <span className="max-sm:hidden">
            <PaceWords {...clock} />
          </span>
        </div>
        <HideSwitch look={look} className="max-sm:hidden" />
        <div className="flex flex-wrap items-center gap-x-3">
          <SaveLine
            state={isAlive ? saveStateOf(state, clockTime) : { kind: 'untouched' }}
            onChoose={() => document.getElementById('conflict')?.focus()}
          />
          <span className="sm:hidden">
            <PaceWords {...clock} />
          </span>
        </div>
      </div>
      <StepBar {...{ view, card, time, onGo }} isMasked={look.isHidden || !isAlive} />
    </header>
  )
}

/** Covers what the candidate must not see on a shared screen; on a phone it stands below the guide. */
export function HideSwitch({ look, className }: { look: LiveLook; className: string }) {
  return (
    <Switch
      isOn={look.isHidden}
      onChange={look.setHidden}
      words={{ off: 'Hide ratings', on: 'Ratings hidden' }}
      className={className}
    />
  )
}

function clockTime(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
