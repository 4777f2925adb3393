import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Access } from '#app/domains/people/access.ts'
import { atMs, id, json } from './columns.ts'

export const user = sqliteTable('user', {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  passwordHash: text(),
  access: text().$type<Access>().notNull(),
  createdAtMs: atMs().notNull(),
  disabledAtMs: atMs(),
})

/** A browser that is signed in. The cookie holds the secret, the row only its SHA-256. */
export const signIn = sqliteTable(
  'sign_in',
  {
    secretHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAtMs: atMs().notNull(),
    lastSeenAtMs: atMs().notNull(),
    expiresAtMs: atMs().notNull(),
    device: text().notNull(),
  },
  // listSignIns, deleteSignInsOf
  (table) => [index('sign_in_user').on(table.userId)],
)

/** A link that makes one account. The set-up link is the invitation without a sender. */
export const invitation = sqliteTable('invitation', {
  id: id(),
  tokenHash: text().notNull().unique(),
  name: text(),
  email: text(),
  access: text().$type<Access>().notNull(),
  invitedBy: text().references(() => user.id),
  createdAtMs: atMs().notNull(),
  expiresAtMs: atMs().notNull(),
  acceptedAtMs: atMs(),
  revokedAtMs: atMs(),
})

export const passwordReset = sqliteTable('password_reset', {
  tokenHash: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  createdBy: text().references(() => user.id),
  createdAtMs: atMs().notNull(),
  expiresAtMs: atMs().notNull(),
  usedAtMs: atMs(),
})

/** Append-only and hash-chained; holds ids and hashes, never names or texts. */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    atMs: atMs().notNull(),
    actorId: text(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    detailHash: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  // listAuditEventsOf
  (table) => [index('audit_event_subject').on(table.subjectKind, table.subjectId)],
)

/** What a form gave when it was first posted, so that the same form posted twice gives the same. */
export const formReceipt = sqliteTable(
  'form_receipt',
  {
    userId: text().notNull(),
    key: text().notNull(),
    result: text().notNull(),
    atMs: atMs().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    check('form_receipt_key', sql`length(${table.key}) between 8 and 64`),
  ],
)

/** How somebody had a document printed last: paper, size of print, colour. Their next preview of it begins there. */
export const printChoice = sqliteTable(
  'print_choice',
  {
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Kind of document: kit, scorecard, packet … */
    document: text().notNull(),
    choice: json<Record<string, string>>().notNull(),
    updatedAtMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.document] })],
)
