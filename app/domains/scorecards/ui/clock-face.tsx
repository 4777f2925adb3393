import { Pause, Play } from 'lucide-react'
import { elapsedMs, spentOn, stopwatch } from '#app/domains/scorecards/live/clock.ts'
import { leastAskedMs, paceNow } from '#app/domains/scorecards/live/pace.ts'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import { useTick, type LiveTime } from './use-server-clock.ts'

type ClockProps = { card: LiveCardModel; time: LiveTime; slotMinutes: number }

/** The clock of the slot, quiet until it is started. */
export function ClockFace({ card, time, slotMinutes }: ClockProps) {
  const { clock } = card
  const nowMs = useTick(time, clock.running !== null)
  const elapsed = elapsedMs(clock, nowMs)
  if (clock.running === null && elapsed === 0) {
    return (
      <span className="flex items-center gap-2 text-dense text-ink-2">
        <Button type="button" size="small" onClick={card.toggleClock}>
          <Play aria-hidden /> Start the clock
        </Button>
        <span className="max-sm:hidden">{slotMinutes} min</span>
      </span>
    )
  }
  return (
    <span className="flex items-center gap-1">
      <span
        role="timer"
        aria-label={`${Math.floor(elapsed / 60_000)} of ${slotMinutes} minutes`}
        className="text-title whitespace-nowrap tabular-nums"
      >
        {stopwatch(elapsed)}{' '}
        <small className="text-dense font-normal text-ink-2 max-[380px]:hidden">of {slotMinutes}:00</small>
      </span>
      <IconButton
        type="button"
        variant="quiet"
        icon={clock.running ? Pause : Play}
        label={clock.running ? 'Pause the clock' : 'Let the clock run on'}
        onClick={card.toggleClock}
      />
    </span>
  )
}

/** How the interview stands against its plan, in words. */
export function PaceWords({ card, time, slotMinutes }: ClockProps) {
  const nowMs = useTick(time, card.clock.running !== null)
  const planned = card.items.filter((item) => item.kind === 'planned')
  const { words, isBehind } = paceNow({
    questions: planned.map(({ id, minutes, record }) => ({ id, minutes, isRated: record.rating !== null })),
    clock: card.clock,
    currentId: card.current?.id,
    slotMinutes,
    nowMs,
  })
  if (words === '') return null
  return (
    <span className={isBehind ? 'text-dense font-semibold text-amber' : 'text-dense text-ink-2'}>
      {words}
    </span>
  )
}

/** What has gone by, question by question, to the scale of the plan above it. */
export function TimeTrack({
  card,
  time,
  totalMinutes,
}: Omit<ClockProps, 'slotMinutes'> & { totalMinutes: number }) {
  const { clock, items, current } = card
  const nowMs = useTick(time, clock.running !== null)
  const elapsed = elapsedMs(clock, nowMs)
  if (elapsed === 0) return <div aria-hidden className="h-2" />
  const total = Math.max(totalMinutes * 60_000, elapsed)
  const share = (ms: number) => `${(ms / total) * 100}%`
  return (
    <div aria-hidden className="relative mt-0.5 flex h-2.5 items-center pr-px">
      {items.map((item) => {
        const spent = spentOn(clock, item.id, nowMs)
        const isLate = item.kind === 'planned' && spent > item.minutes * 60_000
        const look = isLate ? 'bg-amber-mark' : item.id === current?.id ? 'bg-accent' : 'bg-ink-2'
        return spent === 0 ? null : (
          <span
            key={item.id}
            style={{ width: share(spent) }}
            className={`h-[5px] rounded-[1px] border-r-2 border-paper ${look}`}
          />
        )
      })}
      <span className="absolute h-2.5 border-l-2 border-ink" style={{ left: share(elapsed) }} />
    </div>
  )
}

/** The time on one question: taken, planned, or both while it is being asked. */
export function QuestionTime({ card, time, id }: Omit<ClockProps, 'slotMinutes'> & { id: string }) {
  const { clock, items } = card
  const isRunning = clock.running?.questionId === id
  const nowMs = useTick(time, isRunning)
  const spent = spentOn(clock, id, nowMs)
  const minutes = items.find((item) => item.id === id)?.minutes ?? 0
  if (spent < leastAskedMs && !isRunning) return minutes > 0 ? <>{minutes} min</> : null
  return (
    <span className="tabular-nums">
      {stopwatch(spent)}
      {isRunning && minutes > 0 ? ` of ${minutes}:00` : ''}
    </span>
  )
}
