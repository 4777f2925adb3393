import { seats, type Seat } from '#app/domains/scorecards/seat.ts'
import type { SessionPersonView } from './session-page.ts'

/**
 * What is told after somebody's seat was changed, by what the address says is done: `shadow-` or `interviewer-` and
 * the person's id, with the way to take it back.
 */
export function seatToasts(
  people: readonly Pick<SessionPersonView, 'userId' | 'name'>[],
  setSeat: (personId: string, seat: Seat) => void,
): { words: Record<string, string>; undo: Record<string, () => void> } {
  const words: Record<string, string> = {}
  const undo: Record<string, () => void> = {}
  for (const { userId, name } of people) {
    words[`shadow-${userId}`] = `${name} is a shadow here; their scorecard is not counted.`
    words[`interviewer-${userId}`] = `${name} interviews here; their scorecard counts.`
    for (const seat of seats) {
      const former = seat === 'shadow' ? 'interviewer' : 'shadow'
      undo[`${seat}-${userId}`] = () => setSeat(userId, former)
    }
  }
  return { words, undo }
}
