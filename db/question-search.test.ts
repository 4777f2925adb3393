import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { write, type Db } from './client.server.ts'
import {
  addQuestionVersion,
  makeCompetencyVersionCurrent,
  makeQuestionVersionCurrent,
} from './content-versions.ts'
import { refreshQuestionSearch } from './question-search.ts'
import { question, questionSearchRow, questionVersion } from './schema/question-bank.ts'
import { seedContent } from './seed.ts'

const author = { userId: 'maren', batchId: null, now: 2 }

function seeded() {
  const db = openTestDatabase()
  const content = shippedRubrics()
  seedContent(db, content, 1)
  const [first, second] = content.questions
  if (!first || !second) throw new Error('no shipped question')
  return { db, content, first, second }
}

function find(db: Db, text: string): string[] {
  return db
    .all<{ id: string }>(
      sql`SELECT question_id AS id FROM question_search WHERE question_search MATCH ${text}`,
    )
    .map((row) => row.id)
}

/** The whole index, row by row; refreshing and rebuilding must give the same. */
function indexed(db: Db) {
  return db.all(
    sql`SELECT question_id, title, prompt, intent, details FROM question_search ORDER BY question_id`,
  )
}

test('a new version is found by its words and no more by those of the one before', () => {
  const { db, first } = seeded()
  const next = { ...first, title: 'Wombats everywhere', tags: ['marsupial-care'] }
  write(db, (tx) => makeQuestionVersionCurrent(tx, first.id, addQuestionVersion(tx, next, author)))
  expect(find(db, 'wombats')).toEqual([first.id])
  expect(find(db, '"marsupial care"')).toEqual([first.id])
  write(db, (tx) => makeQuestionVersionCurrent(tx, first.id, addQuestionVersion(tx, first, author)))
  expect(find(db, 'wombats')).toEqual([])
})

test('refreshing one question leaves the index as rebuilding all of it would', () => {
  const { db, first, content } = seeded()
  const before = indexed(db)
  write(db, (tx) => {
    makeQuestionVersionCurrent(tx, first.id, addQuestionVersion(tx, { ...first, title: 'Other' }, author))
    makeQuestionVersionCurrent(tx, first.id, `${first.id}@1`)
  })
  expect(indexed(db)).toEqual(before)
  expect(before).toHaveLength(content.questions.length)
})

test('a question that is gone is taken out, an archived one is still found', () => {
  const { db, first, second } = seeded()
  db.update(question).set({ archivedAtMs: 3 }).where(eq(question.id, second.id)).run()
  write(db, (tx) => refreshQuestionSearch(tx, second.id))
  expect(find(db, `"${second.title}"`)).toContain(second.id)
  write(db, (tx) => {
    tx.delete(questionVersion).where(eq(questionVersion.questionId, first.id)).run()
    tx.delete(question).where(eq(question.id, first.id)).run()
    refreshQuestionSearch(tx, first.id)
    refreshQuestionSearch(tx, 'nothing')
  })
  expect(find(db, `"${first.title}"`)).not.toContain(first.id)
})

test('a renamed competency is what its questions are found by', () => {
  const { db, content, first } = seeded()
  const competency = content.competencies.find((item) => item.id === first.primaryCompetency)
  if (!competency) throw new Error('no competency')
  write(db, (tx) => makeCompetencyVersionCurrent(tx, { ...competency, name: 'Zymurgy' }, 'competency/x@2'))
  const its = content.questions
    .filter((item) => [item.primaryCompetency, ...item.otherCompetencies].includes(competency.id))
    .map((item) => item.id)
  expect(find(db, 'zymurgy').toSorted()).toEqual(its.toSorted())
})

test('a start fills an index that an upgrade emptied', () => {
  const { db, content } = seeded()
  const before = indexed(db)
  db.run(sql`DELETE FROM question_search`)
  db.delete(questionSearchRow).run()
  seedContent(db, content, 2)
  expect(indexed(db)).toEqual(before)
})
