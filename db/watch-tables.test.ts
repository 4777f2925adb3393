import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/round.ts'
import { write } from './client.server.ts'
import { auditEvent, user } from './schema/index.ts'
import { watchTables } from './watch-tables.server.ts'

test('a stamp changes with what is added, changed and deleted in its tables, and with nothing else', () => {
  const db = openTestDatabase()
  const readStamp = watchTables('people', [{ table: user }])
  const seen = [readStamp(db)]
  const person = addPerson(db, { access: 'manager' })
  seen.push(readStamp(db))
  write(db, (tx) => void tx.update(user).set({ name: 'Zoe' }).where(eq(user.id, person.id)).run())
  seen.push(readStamp(db))
  write(db, (tx) => void tx.delete(auditEvent).where(eq(auditEvent.actorId, 'nobody')).run())
  expect(readStamp(db)).toBe(seen.at(-1))
  write(db, (tx) => void tx.delete(user).where(eq(user.id, person.id)).run())
  seen.push(readStamp(db))
  expect(new Set(seen).size).toBe(4)
})

test('rows that a condition leaves out count for nothing, and two watches count each for itself', () => {
  const db = openTestDatabase()
  const readManagers = watchTables('managers', [{ table: user, when: "new.access = 'manager'" }])
  const readAll = watchTables('all people', [{ table: user }])
  const [managers, all] = [readManagers(db), readAll(db)]
  addPerson(db, { access: 'observer' })
  expect(readManagers(db)).toBe(managers)
  expect(readAll(db)).not.toBe(all)
  addPerson(db, { access: 'manager' })
  expect(readManagers(db)).not.toBe(managers)
})
