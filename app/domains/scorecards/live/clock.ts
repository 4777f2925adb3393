/** How long an interview's clock ran on each question. Pauses are what lies between; only the sums are kept. */
export type Clock = {
  /** The first start; null before. */
  startedAtMs: number | null
  /** By question id, without the spell that is running. */
  spentMs: Readonly<Record<string, number>>
  running: { questionId: string; sinceMs: number } | null
}

/** Stands for a question while the review is in view. */
export const offQuestion = '-'

export const stoppedClock: Clock = { startedAtMs: null, spentMs: {}, running: null }

/** Starts the clock on a question, or lets it run on. */
export function startClock(clock: Clock, at: { questionId: string; nowMs: number }): Clock {
  const { questionId, nowMs } = at
  return {
    ...pauseClock(clock, nowMs),
    startedAtMs: clock.startedAtMs ?? nowMs,
    running: { questionId, sinceMs: nowMs },
  }
}

/** Stops the clock; the running spell is added to its question. */
export function pauseClock(clock: Clock, nowMs: number): Clock {
  const { running, spentMs } = clock
  if (!running) return clock
  const spent = (spentMs[running.questionId] ?? 0) + spellMs(running.sinceMs, nowMs)
  return { ...clock, spentMs: { ...spentMs, [running.questionId]: spent }, running: null }
}

/** Lets a running clock count for another question; a clock that stands is left as it is. */
export function turnClock(clock: Clock, at: { questionId: string; nowMs: number }): Clock {
  return clock.running && clock.running.questionId !== at.questionId ? startClock(clock, at) : clock
}

/** What two devices may make of the server's time. */
const disagreementMs = 10_000

/**
 * Which of two clocks of one interview stands when two devices drove it: the one that ran longer, whole. Adding them up
 * would count the same minutes twice. Of two that differ by less than devices disagree about the time, the server's stands.
 */
export function longerClock(mine: Clock, theirs: Clock): Clock {
  const atMs = Math.max(mine.running?.sinceMs ?? 0, theirs.running?.sinceMs ?? 0)
  return elapsedMs(mine, atMs) > elapsedMs(theirs, atMs) + disagreementMs ? mine : theirs
}

/** The time spent on one question, up to now. */
export function spentOn(clock: Clock, questionId: string, nowMs: number): number {
  const spent = clock.spentMs[questionId] ?? 0
  return clock.running?.questionId === questionId ? spent + spellMs(clock.running.sinceMs, nowMs) : spent
}

/** The time that the clock ran in all, up to now. */
export function elapsedMs(clock: Clock, nowMs: number): number {
  const spent = Object.values(clock.spentMs).reduce((sum, ms) => sum + ms, 0)
  return clock.running ? spent + spellMs(clock.running.sinceMs, nowMs) : spent
}

/** Two devices may disagree about the time by a little; a spell is never negative. */
function spellMs(sinceMs: number, nowMs: number): number {
  return Math.max(0, nowMs - sinceMs)
}

/** Minutes and seconds, as on a stopwatch: "7:05", "75:10". */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
