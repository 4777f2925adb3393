import { and, eq, sql } from 'drizzle-orm'
import { prepared, type Db, type Tx } from '#db/client.server.ts'
import { fieldOp, scorecardField } from '#db/schema/scorecards.ts'
import type { FieldState } from './store.server.ts'

/** A prepared query would write no value as the JSON text "null", where every other query writes NULL. */
const valueSlot = sql`${sql.placeholder('value')}`

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

const operationById = prepared((db) =>
  db
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
    .where(eq(fieldOp.opId, sql.placeholder('opId')))
    .prepare(),
)

/** The operation of this id, if it was received before. */
export function findOperation(tx: Tx, opId: string) {
  return operationById(tx).get({ opId })
}

const addOperation = prepared((db) =>
  db
    .insert(fieldOp)
    .values({
      opId: sql.placeholder('opId'),
      scorecardId: sql.placeholder('scorecardId'),
      userId: sql.placeholder('userId'),
      field: sql.placeholder('field'),
      base: sql.placeholder('base'),
      value: valueSlot,
      payloadHash: sql.placeholder('payloadHash'),
      outcome: sql.placeholder('outcome'),
      version: sql.placeholder('version'),
      refusal: sql.placeholder('refusal'),
      atMs: sql.placeholder('atMs'),
    })
    .prepare(),
)

/** Adds to the save log. */
export function createOperation(tx: Tx, row: typeof fieldOp.$inferInsert): void {
  addOperation(tx).run({ ...row, refusal: row.refusal ?? null, value: toJson(row.value) })
}

/** The value that a field had at a version; undefined when the log has none. */
export function findValueAt(
  tx: Db | Tx,
  of: { scorecardId: string; field: string; version: number },
): unknown {
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

const fieldByName = prepared((db) =>
  db
    .select({ version: scorecardField.version, value: scorecardField.value, atMs: scorecardField.atMs })
    .from(scorecardField)
    .where(
      and(
        eq(scorecardField.scorecardId, sql.placeholder('scorecardId')),
        eq(scorecardField.field, sql.placeholder('field')),
      ),
    )
    .prepare(),
)

/** The present state of one field; version 0 before anything was saved. */
export function findField(
  tx: Tx,
  { scorecardId, field }: { scorecardId: string; field: string },
): FieldState {
  return fieldByName(tx).get({ scorecardId, field }) ?? { version: 0, value: null, atMs: 0 }
}

const putField = prepared((db) =>
  db
    .insert(scorecardField)
    .values({
      scorecardId: sql.placeholder('scorecardId'),
      field: sql.placeholder('field'),
      version: sql.placeholder('version'),
      value: valueSlot,
      atMs: sql.placeholder('atMs'),
    })
    .onConflictDoUpdate({
      target: [scorecardField.scorecardId, scorecardField.field],
      set: {
        version: sql`excluded.version`,
        value: sql`excluded.value`,
        atMs: sql`excluded.at_ms`,
      },
    })
    .prepare(),
)

/** Writes the new state of one field. */
export function saveField(tx: Tx, row: typeof scorecardField.$inferInsert): void {
  putField(tx).run({ ...row, value: toJson(row.value) })
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
  return (
    db
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
      // In the order in which the server took them, which no clock that was set can change.
      .orderBy(sql`${fieldOp}.rowid`)
      .all()
  )
}
