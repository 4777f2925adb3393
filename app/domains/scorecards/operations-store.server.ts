import { and, asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { fieldOp, scorecardField } from '#db/schema/scorecards.ts'
import type { FieldState } from './store.server.ts'

/** The operation of this id, if it was received before. */
export function findOperation(tx: Tx, opId: string) {
  return tx
    .select({
      scorecardId: fieldOp.scorecardId,
      userId: fieldOp.userId,
      field: fieldOp.field,
      payloadHash: fieldOp.payloadHash,
      outcome: fieldOp.outcome,
      version: fieldOp.version,
      refusal: fieldOp.refusal,
      atMs: fieldOp.atMs,
    })
    .from(fieldOp)
    .where(eq(fieldOp.opId, opId))
    .get()
}

/** Adds to the save log. */
export function createOperation(tx: Tx, row: typeof fieldOp.$inferInsert): void {
  tx.insert(fieldOp).values(row).run()
}

/** The value that a field had at a version; undefined when the log has none. */
export function findValueAt(tx: Tx, of: { scorecardId: string; field: string; version: number }): unknown {
  return tx
    .select({ value: fieldOp.value })
    .from(fieldOp)
    .where(
      and(
        eq(fieldOp.scorecardId, of.scorecardId),
        eq(fieldOp.field, of.field),
        eq(fieldOp.version, of.version),
        eq(fieldOp.outcome, 'applied'),
      ),
    )
    .get()?.value
}

/** The present state of one field; version 0 before anything was saved. */
export function findField(tx: Tx, of: { scorecardId: string; field: string }): FieldState {
  const row = tx
    .select({ version: scorecardField.version, value: scorecardField.value, atMs: scorecardField.atMs })
    .from(scorecardField)
    .where(and(eq(scorecardField.scorecardId, of.scorecardId), eq(scorecardField.field, of.field)))
    .get()
  return row ?? { version: 0, value: null, atMs: 0 }
}

/** Writes the new state of one field. */
export function saveField(tx: Tx, row: typeof scorecardField.$inferInsert): void {
  tx.insert(scorecardField)
    .values(row)
    .onConflictDoUpdate({
      target: [scorecardField.scorecardId, scorecardField.field],
      set: { version: row.version, value: row.value, atMs: row.atMs },
    })
    .run()
}

/** Whether a person ever wrote to a card. */
export function hasWritten(db: Db | Tx, of: { scorecardId: string; userId: string }): boolean {
  const row = db
    .select({ opId: fieldOp.opId })
    .from(fieldOp)
    .where(and(eq(fieldOp.scorecardId, of.scorecardId), eq(fieldOp.userId, of.userId)))
    .limit(1)
    .get()
  return row !== undefined
}

/** The save log of one card, oldest first: every text ever sent, also those that lost to a newer one. */
export function listOperations(db: Db, scorecardId: string) {
  return db
    .select({
      opId: fieldOp.opId,
      field: fieldOp.field,
      value: fieldOp.value,
      outcome: fieldOp.outcome,
      version: fieldOp.version,
      atMs: fieldOp.atMs,
    })
    .from(fieldOp)
    .where(eq(fieldOp.scorecardId, scorecardId))
    .orderBy(asc(fieldOp.atMs))
    .all()
}
