import { expect, test } from 'vitest'
import { seedContent } from '#db/seed.ts'
import { addPerson } from '#tests/support/round.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { getQuestion } from './use-cases.server.ts'

function reader() {
  const db = openTestDatabase()
  seedContent(db, shippedRubrics(), 1)
  return { db, user: addPerson(db, { access: 'observer' }), now: 1 }
}
const ctx = reader()

test('a question that does not exist is not found', () => {
  expect(getQuestion(ctx, 'nothing')).toMatchObject({ error: { kind: 'not-found' } })
})
