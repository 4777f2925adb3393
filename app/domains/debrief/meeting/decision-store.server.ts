import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/client.server.ts'
import { debrief, decision, signature } from '#db/schema/debrief.ts'
import { user } from '#db/schema/people.ts'
import type { Decision, Signature } from './decision.ts'

const writer = alias(user, 'writer')
const locker = alias(user, 'locker')
const reopener = alias(user, 'reopener')

/** A decision with the names of those who wrote, locked and reopened it. */
export type DecisionRow = Decision & {
  id: string
  debriefId: string
  writtenBy: string
  writtenAtMs: number
  locked: { userId: string; name: string; atMs: number } | null
  reopened: { name: string; atMs: number; reason: string } | null
}

/** Every decision of these debriefs, by its number. */
export function listDecisions(db: Db | Tx, debriefIds: readonly string[]): DecisionRow[] {
  if (debriefIds.length === 0) return []
  const rows = db
    .select({
      id: decision.id,
      debriefId: decision.debriefId,
      number: decision.number,
      outcome: decision.outcome,
      competencyIds: decision.competencyIds,
      reason: decision.reason,
      version: decision.version,
      writtenBy: writer.name,
      writtenAtMs: decision.atMs,
      lockedAtMs: decision.lockedAtMs,
      lockedBy: decision.lockedBy,
      lockerName: locker.name,
      reopenedAtMs: decision.reopenedAtMs,
      reopenerName: reopener.name,
      reopenReason: decision.reopenReason,
    })
    .from(decision)
    .innerJoin(writer, eq(writer.id, decision.userId))
    .leftJoin(locker, eq(locker.id, decision.lockedBy))
    .leftJoin(reopener, eq(reopener.id, decision.reopenedBy))
    .where(inArray(decision.debriefId, [...debriefIds]))
    .orderBy(asc(decision.number))
    .all()
  return rows.map(({ lockedBy, lockerName, reopenedAtMs, reopenerName, reopenReason, reason, ...row }) => ({
    ...row,
    reason: reason ?? '',
    locked:
      row.lockedAtMs !== null && lockedBy !== null && lockerName !== null
        ? { userId: lockedBy, name: lockerName, atMs: row.lockedAtMs }
        : null,
    reopened:
      reopenedAtMs !== null && reopenerName !== null
        ? { name: reopenerName, atMs: reopenedAtMs, reason: reopenReason ?? '' }
        : null,
  }))
}

/** Signatures with their names, in the order in which they were given. */
export function listSignatures(
  db: Db | Tx,
  decisionIds: readonly string[],
): (Signature & { decisionId: string; name: string })[] {
  if (decisionIds.length === 0) return []
  return db
    .select({
      decisionId: signature.decisionId,
      userId: signature.userId,
      name: user.name,
      decisionVersion: signature.decisionVersion,
      stance: signature.stance,
      dissent: signature.dissent,
      atMs: signature.atMs,
    })
    .from(signature)
    .innerJoin(user, eq(user.id, signature.userId))
    .where(inArray(signature.decisionId, [...decisionIds]))
    .orderBy(asc(signature.atMs), asc(signature.userId))
    .all()
}

export function createDecision(tx: Tx, row: typeof decision.$inferInsert): void {
  tx.insert(decision).values(row).run()
}

export function updateDecision(
  tx: Tx,
  id: string,
  change: Partial<Omit<typeof decision.$inferInsert, 'id' | 'debriefId' | 'number'>>,
): void {
  tx.update(decision).set(change).where(eq(decision.id, id)).run()
}

/** Writes somebody's signature, in the place of the one they gave before. */
export function saveSignature(tx: Tx, row: typeof signature.$inferInsert): void {
  const { decisionId: _decisionId, userId: _userId, ...change } = row
  tx.insert(signature)
    .values(row)
    .onConflictDoUpdate({ target: [signature.decisionId, signature.userId], set: change })
    .run()
}

/** @returns whether there was one */
export function deleteSignature(tx: Tx, of: { decisionId: string; userId: string }): boolean {
  const { changes } = tx
    .delete(signature)
    .where(and(eq(signature.decisionId, of.decisionId), eq(signature.userId, of.userId)))
    .run()
  return changes > 0
}

/** The started debriefs of these candidates. */
export function listDebriefs(
  db: Db | Tx,
  applicationIds: readonly string[],
): (typeof debrief.$inferSelect & { leadName: string })[] {
  if (applicationIds.length === 0) return []
  return db
    .select({ debrief, leadName: user.name })
    .from(debrief)
    .innerJoin(user, eq(user.id, debrief.leadId))
    .where(inArray(debrief.applicationId, [...applicationIds]))
    .all()
    .map((row) => ({ ...row.debrief, leadName: row.leadName }))
}

/** Which of these people are guests, who have no account. */
export function listGuestIds(db: Db | Tx, userIds: readonly string[]): Set<string> {
  const rows = db
    .select({ id: user.id })
    .from(user)
    .where(and(inArray(user.id, [...userIds]), eq(user.access, 'guest')))
    .all()
  return new Set(rows.map((row) => row.id))
}
