import { expect, test } from 'vitest'
import { seedContent } from '#db/seed.ts'
import { addPerson } from '#tests/support/round.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { getQuestion, getRole, listRoles } from './use-cases.server.ts'

function reader() {
  const db = openTestDatabase()
  seedContent(db, shippedRubrics(), 1)
  return { db, user: addPerson(db, { access: 'observer' }), now: 1 }
}
const ctx = reader()

test('a question and a role that do not exist are not found', () => {
  expect(getQuestion(ctx, 'nothing')).toMatchObject({ error: { kind: 'not-found' } })
  expect(getRole(ctx, 'nothing')).toMatchObject({ error: { kind: 'not-found' } })
})

test('a role comes with the titles of its recommended questions', () => {
  const roles = listRoles(ctx)
  if (!roles.ok) throw new Error('refused')
  for (const { role } of roles.value) {
    const detail = getRole(ctx, role.id)
    const wanted = role.recommendedPanel.interviews.flatMap((interview) => interview.questions)
    expect(detail.ok && wanted.every((id) => detail.value.questions[id])).toBe(true)
  }
})
