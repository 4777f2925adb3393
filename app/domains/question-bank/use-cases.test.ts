import { expect, test } from 'vitest'
import { seedContent } from '#db/seed.ts'
import { addPerson } from '#tests/support/round.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import type { QuestionQuery, QuestionSearch } from './question-search.ts'
import { getQuestion, getRole, listRoles, searchQuestions } from './use-cases.server.ts'

function reader() {
  const db = openTestDatabase()
  seedContent(db, shippedRubrics(), 1)
  return { db, user: addPerson(db, { access: 'observer' }), now: 1 }
}
const ctx = reader()
const questions = shippedRubrics().questions

function search(query: QuestionQuery): QuestionSearch {
  const result = searchQuestions(ctx, query)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

test('an empty text gives every question by title', () => {
  const { rows, total } = search({})
  expect(total).toBe(questions.length)
  expect(rows.map((row) => row.title)).toEqual(questions.map((item) => item.title).sort())
})

test('the words of a title find its question among the first two', () => {
  for (const item of questions)
    expect(
      search({ text: item.title })
        .rows.slice(0, 2)
        .map((row) => row.id),
    ).toContain(item.id)
})

test('the beginning of a word is enough', () => {
  expect(search({ text: 'idempot' }).total).toBeGreaterThan(0)
})

test.each([
  '"',
  'title:x OR y',
  'a NEAR/2 b',
  "'); DROP TABLE question;--",
  '(((',
  '*',
  '^a -b',
  'x'.repeat(9000),
])('%s is looked for, never executed', (text) => {
  expect(search({ text }).total).toBeGreaterThanOrEqual(0)
  expect(search({}).total).toBe(questions.length)
})

test('every filter narrows by what the content says, and all of them together', () => {
  const item = questions[0]
  if (!item) throw new Error('no question')
  const role = item.roles[0]
  const { primaryCompetency: competency, kind, difficulty, minutes: maxMinutes } = item
  expect(search({ role }).total).toBe(questions.filter((q) => q.roles.includes(role ?? '')).length)
  expect(search({ kind }).rows.every((row) => row.kind === kind)).toBe(true)
  expect(search({ difficulty }).rows.every((row) => row.difficulty === difficulty)).toBe(true)
  expect(search({ maxMinutes }).rows.every((row) => row.minutes <= maxMinutes)).toBe(true)
  const all = { role, competency, kind, difficulty, maxMinutes }
  expect(search(all).rows.map((row) => row.id)).toContain(item.id)
  expect(search({ ...all, excludeIds: [item.id] }).total).toBe(search(all).total - 1)
})

test('the count beside a filter value is what choosing it would give', () => {
  const before = search({ text: 'api', difficulty: 'hard' })
  for (const { value, count } of before.facets.competency)
    expect(search({ text: 'api', difficulty: 'hard', competency: value }).total).toBe(count)
  for (const { value, count } of before.facets.difficulty)
    expect(search({ text: 'api', difficulty: value }).total).toBe(count)
  for (const { value, count } of before.facets.maxMinutes)
    expect(search({ text: 'api', difficulty: 'hard', maxMinutes: value }).total).toBe(count)
})

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
