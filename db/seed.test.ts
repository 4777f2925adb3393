import { asc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { write } from './client.server.ts'
import { competency, question, questionVersion } from './schema/question-bank.ts'
import { hashContent } from './content-hash.ts'
import { addQuestionVersion, listContentVersionRows, makeQuestionVersionCurrent } from './content-versions.ts'
import { seedContent } from './seed.ts'

function firstQuestion() {
  const first = shippedRubrics().questions[0]
  if (!first) throw new Error('no shipped question')
  return first
}

test('loading the content twice adds it once', () => {
  const db = openTestDatabase()
  const content = shippedRubrics()
  const all =
    content.scales.length + content.competencies.length + content.roles.length + content.questions.length
  expect(seedContent(db, content, 1)).toEqual({ added: all, updated: 0, archived: 0 })
  expect(seedContent(db, content, 2)).toEqual({ added: 0, updated: 0, archived: 0 })
  const rows = db.all(sql`SELECT count(*) AS n FROM question_search`)
  expect(rows).toEqual([{ n: content.questions.length }])
})

test('a changed question becomes a new version and the old one stays as it was', () => {
  const db = openTestDatabase()
  const content = shippedRubrics()
  const before = firstQuestion()
  seedContent(db, content, 1)
  const after = { ...before, prompt: `${before.prompt} And why?` }
  const changed = {
    ...content,
    questions: content.questions.map((item) => (item.id === before.id ? after : item)),
  }
  expect(seedContent(db, changed, 2)).toEqual({ added: 0, updated: 1, archived: 0 })
  const versions = db
    .select({ id: questionVersion.id, number: questionVersion.number, body: questionVersion.body })
    .from(questionVersion)
    .where(eq(questionVersion.questionId, before.id))
    .orderBy(asc(questionVersion.number))
    .all()
  expect(versions.map((version) => version.body)).toEqual([before, after])
  const held = db
    .select({ id: question.currentVersionId })
    .from(question)
    .where(eq(question.id, before.id))
    .get()
  expect(held?.id).toBe(versions[1]?.id)
})

test('a question that is gone from the files is archived, and comes back with them', () => {
  const db = openTestDatabase()
  const content = shippedRubrics()
  const gone = firstQuestion().id
  seedContent(db, content, 1)
  const fewer = { ...content, questions: content.questions.filter((item) => item.id !== gone) }
  expect(seedContent(db, fewer, 2)).toEqual({ added: 0, updated: 0, archived: 1 })
  const archivedAt = () =>
    db.select({ at: question.archivedAtMs }).from(question).where(eq(question.id, gone)).get()?.at
  expect(archivedAt()).toBe(2)
  expect(seedContent(db, content, 3)).toEqual({ added: 0, updated: 1, archived: 0 })
  expect(archivedAt()).toBeNull()
})

test('what the team wrote or archived stays when the shipped files change, and the new version stands beside it', () => {
  const db = openTestDatabase()
  const content = shippedRubrics()
  const before = firstQuestion()
  seedContent(db, content, 1)
  const ours = { ...before, title: 'Ours' }
  write(db, (tx) =>
    makeQuestionVersionCurrent(
      tx,
      before.id,
      addQuestionVersion(tx, ours, { userId: 'maren', batchId: null, now: 2 }),
    ),
  )
  const archived = content.questions[1]?.id ?? ''
  db.update(question).set({ archivedAtMs: 2, archivedBy: 'maren' }).where(eq(question.id, archived)).run()
  const theirs = { ...before, title: 'Theirs' }
  const changed = {
    ...content,
    questions: content.questions.map((item) => (item.id === before.id ? theirs : item)),
  }
  expect(seedContent(db, changed, 3)).toEqual({ added: 0, updated: 1, archived: 0 })
  expect(seedContent(db, changed, 4)).toEqual({ added: 0, updated: 0, archived: 0 })
  const current = db
    .select({ title: questionVersion.title })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(eq(question.id, before.id))
    .get()
  expect(current?.title).toBe('Ours')
  const titles = db
    .select({ title: questionVersion.title })
    .from(questionVersion)
    .where(eq(questionVersion.questionId, before.id))
    .orderBy(asc(questionVersion.number))
    .all()
  expect(titles.map((row) => row.title)).toEqual([before.title, 'Ours', 'Theirs'])
  const held = db.select({ at: question.archivedAtMs }).from(question).where(eq(question.id, archived)).get()
  expect(held?.at).toBe(2)
  expect(seedContent(db, { ...changed, questions: changed.questions.slice(1) }, 5).archived).toBe(0)
})

test('a competency and a role get a version when the files change them', () => {
  const db = openTestDatabase()
  const content = shippedRubrics()
  seedContent(db, content, 1)
  const [first, ...others] = content.competencies
  const [role, ...roles] = content.roles
  if (!first || !role) throw new Error('no content')
  const changed = {
    ...content,
    competencies: [{ ...first, name: 'Renamed' }, ...others],
    roles: [{ ...role, name: 'Renamed too' }, ...roles],
  }
  expect(seedContent(db, changed, 2)).toEqual({ added: 0, updated: 2, archived: 0 })
  expect(listContentVersionRows(db, 'competency', first.id).map((row) => row.number)).toEqual([2, 1])
  expect(listContentVersionRows(db, 'role', role.id).map((row) => row.number)).toEqual([2, 1])
  const row = db.select({ name: competency.name }).from(competency).where(eq(competency.id, first.id)).get()
  expect(row?.name).toBe('Renamed')
})

test('the order of keys does not change the hash of a content', () => {
  expect(hashContent({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(hashContent({ b: [{ d: 3, c: 2 }], a: 1 }))
  expect(hashContent([1, 2])).not.toBe(hashContent([2, 1]))
})
