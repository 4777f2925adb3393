/** The minutes that a point of the agenda may be given. */
export const timerMinutes = [3, 5, 10, 15] as const

export const moreMs = 2 * 60_000

/** What a timer shows: "4:05", or by how much it is over. */
export type TimerReading = { text: string; isOver: boolean }

/**
 * A timer as people read it.
 * @param endsAtMs and `now` in the server's time
 */
export function readTimer(endsAtMs: number, now: number): TimerReading {
  const leftMs = endsAtMs - now
  // A second that has begun counts, so that five minutes begin at 5:00.
  if (leftMs > 0) return { text: clockWords(Math.ceil(leftMs / 1000)), isOver: false }
  return { text: `${clockWords(Math.floor(-leftMs / 1000))} over`, isOver: true }
}

/** When the timer ends once two minutes are added: after its end, or from now when it is over. */
export function addTime(endsAtMs: number | null, now: number): number {
  return Math.max(endsAtMs ?? now, now) + moreMs
}

function clockWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
