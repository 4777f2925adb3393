import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { PastRound } from './past-round.ts'
import * as store from './store.server.ts'

/** Every past round, the newest first. */
export function listPastRounds(ctx: Ctx): Result<store.ListedRound[]> {
  if (!can(ctx.user.access, 'round.read', 'other')) return forbidden
  return ok(store.listRounds(ctx.db))
}

/** A past round with all that is in it; for who may not read it there is none. */
export function getPastRound(ctx: Ctx, input: { roundId: string }): Result<PastRound> {
  const round = can(ctx.user.access, 'round.read', 'other')
    ? store.findRound(ctx.db, input.roundId)
    : undefined
  return round ? ok(round) : notFound
}
