import type { Ctx } from '#app/domains/people/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { Result } from '#app/lib/result.ts'
import type { Tx } from '#db/client.server.ts'
import { countReadable, warnOfReading } from './could-read.ts'
import * as store from './could-read-store.server.ts'
import { isSealed } from './scorecard.ts'
import { listOwedCards } from './store.server.ts'
import { listOwnCardsElsewhere } from './visibility-store.server.ts'

/** Who could read cards of a candidate now that others wrote, with how many. */
function listReaders(db: Ctx['db'] | Tx, of: { candidateId: string; now: number }): Map<string, number> {
  const applicationIds = store.listApplicationIds(db, of.candidateId)
  const cards = listOwedCards(db, applicationIds)
  const typed = groupBy(store.listTypedCards(db, applicationIds), (card) => card.typistId)
  const overrides = groupBy(store.listOverridesOf(db, applicationIds), (row) => row.userId)
  const readers = new Map<string, number>()
  for (const person of store.listPossibleReaders(db)) {
    const own = cards.filter((card) => card.interviewerId === person.id)
    const owing = new Set(
      (own.length === 0 ? [] : listOwnCardsElsewhere(db, { userId: person.id, applicationIds }))
        .filter((card) => !isSealed(card, of.now))
        .map((card) => card.applicationId),
    )
    const looks = applicationIds.map((applicationId) => ({
      cards: cards.filter((card) => card.applicationId === applicationId),
      hasOverride: (overrides.get(person.id) ?? []).some((row) => row.applicationId === applicationId),
      owesElsewhere: owing.has(applicationId),
    }))
    const typedIds = (typed.get(person.id) ?? []).map((card) => card.scorecardId)
    const count = countReadable(person, { looks, typedIds, now: of.now })
    if (count > 0) readers.set(person.id, count)
  }
  return readers
}

/**
 * Runs a change of who sits with a candidate. Every seat that is taken or retaken by it is marked when its holder could read
 * others' cards of the candidate just before or at any time that is kept; whoever can read them no longer is kept.
 * Call inside the transaction of the change.
 */
export function markingReaders<T>(tx: Tx, ctx: Ctx, candidateId: string, change: () => Result<T>): Result<T> {
  const of = { candidateId, now: ctx.now }
  const before = listReaders(tx, of)
  const seated = new Set(store.listOpenSeats(tx, candidateId).map(keyOf))
  const result = change()
  if (!result.ok) return result
  const taken = store.listOpenSeats(tx, candidateId).filter((seat) => !seated.has(keyOf(seat)))
  const after = listReaders(tx, of)
  const closed = [...before.keys()].filter((userId) => !after.has(userId))
  const userIds = [...new Set([...closed, ...taken.map((seat) => seat.userId)])]
  const kept = store.listKeptReaders(tx, { candidateId, userIds })
  for (const userId of closed)
    if (!kept.has(userId)) store.keepReader(tx, { candidateId, userId, actorId: ctx.user.id, atMs: ctx.now })
  for (const seat of taken) if (before.has(seat.userId) || kept.has(seat.userId)) store.markSeat(tx, seat)
  return result
}

function keyOf(seat: store.OpenSeat): string {
  return `${seat.sessionId} ${seat.userId} ${seat.seat}`
}

/**
 * What to tell an organiser before these people take a seat with a candidate, by person; nothing of those who could not read
 * anything. It says how many cards are open to them and nothing of what is in them.
 */
export function warnOfReaders(
  ctx: Ctx,
  of: { candidateId: string; people: readonly { id: string; name: string }[] },
): Map<string, string> {
  const { candidateId, people } = of
  const now = listReaders(ctx.db, { candidateId, now: ctx.now })
  const kept = store.listKeptReaders(ctx.db, { candidateId, userIds: people.map((person) => person.id) })
  return new Map(
    people.flatMap(({ id, name }) => {
      const count = now.get(id)
      return count === undefined && !kept.has(id) ? [] : [[id, warnOfReading(name, count ?? 0)] as const]
    }),
  )
}
