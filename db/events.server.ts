import { createHash } from 'node:crypto'
import { asc, desc } from 'drizzle-orm'
import type { Db, Tx } from './client.server.ts'
import { auditEvent } from './schema/people.ts'

export type AuditEntry = {
  atMs: number
  actorId: string | null
  /** What happened, as noun.verb: `panel.publish`. */
  action: string
  subjectKind: string
  subjectId: string
  /** What the event was about; only its hash is stored, so that nothing personal stays in the log. */
  detail?: unknown
}

const genesis = '0'.repeat(64)

/** Appends to the audit log inside the transaction of the change it records. */
export function recordAuditEvent(tx: Tx, entry: AuditEntry): void {
  const previous = tx
    .select({ hash: auditEvent.hash })
    .from(auditEvent)
    .orderBy(desc(auditEvent.sequence))
    .limit(1)
    .get()
  const row = {
    atMs: entry.atMs,
    actorId: entry.actorId,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    detailHash: entry.detail === undefined ? null : sha256(JSON.stringify(entry.detail)),
    previousHash: previous?.hash ?? genesis,
  }
  tx.insert(auditEvent)
    .values({ ...row, hash: hashOf(row) })
    .run()
}

/**
 * Walks the chain from the first event to the last.
 * @returns the number of events read, and the sequence of the first one that does not fit (null when all do)
 */
export function verifyAuditChain(db: Db): { events: number; brokenAt: number | null } {
  let previousHash = genesis
  let events = 0
  for (const row of db.select().from(auditEvent).orderBy(asc(auditEvent.sequence)).all()) {
    events++
    const { sequence, hash, ...content } = row
    if (content.previousHash !== previousHash || hashOf(content) !== hash)
      return { events, brokenAt: sequence }
    previousHash = hash
  }
  return { events, brokenAt: null }
}

type Hashed = Omit<typeof auditEvent.$inferSelect, 'sequence' | 'hash'>

function hashOf(row: Hashed): string {
  return sha256(
    JSON.stringify([
      row.previousHash,
      row.atMs,
      row.actorId,
      row.action,
      row.subjectKind,
      row.subjectId,
      row.detailHash,
    ]),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
