import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { role } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import { competency, contentVersion } from '#db/schema/question-bank.ts'
import type { Definition, DefinitionKind } from './definition.ts'

const tables = { competency, role } as const

/** Whether something of this kind has the id or once had it: an address never changes what it stands for. */
export function isIdTaken(db: Db | Tx, kind: DefinitionKind, id: string): boolean {
  const table = tables[kind]
  if (db.select({ id: table.id }).from(table).where(eq(table.id, id)).get()) return true
  const version = db
    .select({ id: contentVersion.id })
    .from(contentVersion)
    .where(and(eq(contentVersion.kind, kind), eq(contentVersion.itemId, id)))
    .get()
  return version !== undefined
}

/** Whether another one in use has this name, capitals aside. */
export function isNameTaken(
  db: Db | Tx,
  kind: DefinitionKind,
  given: { name: string; exceptId: string | null },
): boolean {
  const table = tables[kind]
  const other = given.exceptId === null ? undefined : ne(table.id, given.exceptId)
  const row = db
    .select({ id: table.id })
    .from(table)
    .where(and(isNull(table.archivedAtMs), sql`lower(${table.name}) = lower(${given.name})`, other))
    .get()
  return row !== undefined
}

/** A competency or a role as it stands, archived ones included. */
export function findDefinition(db: Db | Tx, kind: DefinitionKind, id: string): Definition | undefined {
  if (kind === 'competency') {
    const row = db.select({ body: competency.body }).from(competency).where(eq(competency.id, id)).get()
    return row && { kind, content: row.body }
  }
  const row = db.select({ body: role.body }).from(role).where(eq(role.id, id)).get()
  return row && { kind, content: row.body }
}

/** The name of a person, closed accounts included. */
export function findPersonName(db: Db | Tx, userId: string): string | undefined {
  return db.select({ name: user.name }).from(user).where(eq(user.id, userId)).get()?.name
}
