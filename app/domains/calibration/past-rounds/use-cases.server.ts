import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { clearTraces } from '#db/clear-traces.server.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { nameOfPastPerson, type PastRound } from './past-round.ts'
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

/** For so long after the import a click takes it back; later the name of the round must be typed. */
const undoForMs = 600_000

/** Takes back an import of one's own that was made just now. */
export function undoRound(ctx: Ctx, input: { roundId: string }): Result<void> {
  return removeRound(ctx, input.roundId, (round) =>
    round.createdBy === ctx.user.id && ctx.now - round.createdAtMs <= undoForMs
      ? undefined
      : 'This import can no longer be taken back by a click. Delete the round on its page.',
  )
}

/**
 * Deletes a past round for good.
 * @param input `confirmation` is its name, typed by hand
 */
export function deleteRound(ctx: Ctx, input: { roundId: string; confirmation: string }): Result<void> {
  return removeRound(ctx, input.roundId, (round) =>
    input.confirmation.trim() === round.name
      ? undefined
      : `Type the name exactly as it stands here: ${round.name}`,
  )
}

function removeRound(
  ctx: Ctx,
  roundId: string,
  findObjection: (round: store.RoundRow) => string | undefined,
): Result<void> {
  if (!can(ctx.user.access, 'round.import', 'other')) return forbidden
  const result = write(ctx.db, (tx): Result<void> => {
    const round = store.findRoundRow(tx, roundId)
    if (!round) return notFound
    const objection = findObjection(round)
    if (objection !== undefined) return invalid('confirmation', objection)
    store.deleteRound(tx, roundId)
    record(tx, ctx, { action: 'round.delete', subjectKind: 'past-round', subjectId: roundId })
    return ok()
  })
  if (result.ok) clearTraces(ctx.db)
  return result
}

/**
 * Erases a candidate of a past round for good: the name and every note about them. The ratings stay under the code. Erasing again
 * changes nothing.
 * @param input `confirmation` is the name, typed by hand
 */
export function erasePastCandidate(
  ctx: Ctx,
  input: { roundId: string; candidateId: string; confirmation: string },
): Result<void> {
  if (!can(ctx.user.access, 'candidate.erase', 'other')) return forbidden
  const { roundId, candidateId } = input
  const result = write(ctx.db, (tx): Result<void> => {
    const person = store
      .listPeopleOfRound(tx, roundId)
      .find(({ id, part }) => id === candidateId && part === 'candidate')
    if (!person) return notFound
    if (person.name === null) return ok()
    const name = nameOfPastPerson(person)
    if (input.confirmation.trim() !== name)
      return invalid('confirmation', `Type the name exactly as it stands here: ${name}`)
    store.erasePastCandidate(tx, { roundId, candidateId })
    record(tx, ctx, {
      action: 'round.erase-candidate',
      subjectKind: 'past-candidate',
      subjectId: candidateId,
    })
    return ok()
  })
  if (result.ok) clearTraces(ctx.db)
  return result
}

type Event = { action: string; subjectKind: string; subjectId: string }

function record(tx: Tx, ctx: Ctx, event: Event): void {
  recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, ...event })
}
