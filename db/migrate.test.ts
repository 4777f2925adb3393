import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { write } from './client.server.ts'
import { recordAuditEvent, verifyAuditChain } from './events.server.ts'
import { migrate, NewerDatabaseError } from './migrate.ts'

test('every table is strict', () => {
  const db = openTestDatabase()
  const tables = db.$client
    .prepare(
      "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .all()
  expect(tables.length).toBeGreaterThan(20)
  expect(tables.filter((table) => Reflect.get(Object(table), 'strict') !== 1)).toEqual([])
})

test('saves are flushed to disk before they are acknowledged', () => {
  const db = openTestDatabase()
  expect(db.$client.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a second start applies nothing', () => {
  expect(migrate(openTestDatabase())).toEqual([])
})

test('a database of a newer version is refused in words', () => {
  const db = openTestDatabase()
  db.$client.pragma('user_version = 999')
  expect(() => migrate(db)).toThrow(NewerDatabaseError)
  expect(() => migrate(db)).toThrow(/newer Panelist/)
})

test('a transaction that throws leaves nothing behind', () => {
  const db = openTestDatabase()
  const entry = { atMs: 1, actorId: null, action: 'test.run', subjectKind: 'test', subjectId: 'x' }
  expect(() =>
    write(db, (tx) => {
      recordAuditEvent(tx, entry)
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(verifyAuditChain(db)).toEqual({ events: 0, brokenAt: null })
})

test('the audit chain shows the event that was altered', () => {
  const db = openTestDatabase()
  for (const subjectId of ['a', 'b', 'c']) {
    write(db, (tx) =>
      recordAuditEvent(tx, {
        atMs: 1,
        actorId: 'p',
        action: 'panel.publish',
        subjectKind: 'panel',
        subjectId,
      }),
    )
  }
  expect(verifyAuditChain(db)).toEqual({ events: 3, brokenAt: null })
  db.$client.exec("update audit_event set actor_id = 'somebody else' where sequence = 2")
  expect(verifyAuditChain(db)).toEqual({ events: 2, brokenAt: 2 })
})
