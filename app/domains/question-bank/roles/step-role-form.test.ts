import { expect, test } from 'vitest'
import { seedContent } from '#db/seed.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { emptyInterviewRow, emptyRoleForm } from './role-form.ts'
import { stepRoleForm } from './step-role-form.server.ts'

const db = openTestDatabase()
seedContent(db, shippedRubrics(), 1)
const ctx = { db, user: addPerson(db, { access: 'manager' }), now: 1 }
const form = { ...emptyRoleForm, interviews: [emptyInterviewRow, { ...emptyInterviewRow, find: 'webhook' }] }

function step(intent: string, given = form) {
  const result = stepRoleForm(ctx, given, intent)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

test('a search answers for its interview, and Enter searches where something is looked for', () => {
  expect(step('find:0')?.found).toMatchObject({ at: 0, text: '' })
  expect(step('find:1')?.found).toMatchObject({ at: 1, text: 'webhook' })
  expect(step('enter')?.found).toMatchObject({ at: 1 })
  expect(step('find:1')?.form).toEqual(form)
})

test('a question is added and known at once, and the search goes on without it', () => {
  const first = step('find:1')?.found?.rows[0]
  if (!first) throw new Error('nothing found')
  const after = step(`add-question:1:${first.id}`)
  expect(after?.form.interviews[1]?.questions).toEqual([first.id])
  expect(after?.choices.questions[first.id]?.title).toBe(first.title)
  expect(after?.found?.rows.some((row) => row.id === first.id)).toBe(false)
})

test('saving is left to the save', () => {
  for (const intent of ['save', '', 'nonsense', 'find']) {
    const answer = step(intent)
    expect([intent, answer?.found ?? null]).toEqual([intent, null])
  }
  expect(step('save')).toBeNull()
  expect(step('enter', emptyRoleForm)).toBeNull()
})

test('an interviewer may not even try', () => {
  const interviewer = { ...ctx, user: addPerson(db, { access: 'interviewer' }) }
  expect(stepRoleForm(interviewer, form, 'find:0')).toMatchObject({ error: { kind: 'forbidden' } })
})
