import type { Ctx } from '#app/domains/people/context.ts'
import { asClock } from './scorecard-record.ts'
import { listClocks } from './store.server.ts'
import type { VisibleScorecards } from './use-cases.server.ts'

const minuteMs = 60_000

/**
 * What clocks measured, by question id and in minutes. A clock is its writer's own: nothing here says whose it was.
 * @param visible what the gate gave this person; clocks of cards that are not handed in for good are left out
 */
export function listQuestionMinutes(ctx: Ctx, visible: readonly VisibleScorecards[]): Map<string, number[]> {
  const sealed = visible.flatMap((entry) => entry.cards).filter((card) => card.isSealed)
  const minutes = new Map<string, number[]>()
  for (const value of listClocks(
    ctx.db,
    sealed.map((card) => card.scorecardId),
  )) {
    for (const [questionId, spentMs] of Object.entries(asClock(value)?.spentMs ?? {})) {
      if (spentMs <= 0) continue
      minutes.set(questionId, [...(minutes.get(questionId) ?? []), spentMs / minuteMs])
    }
  }
  return minutes
}
