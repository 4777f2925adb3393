import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { detailLines } from '#app/domains/question-bank/question-text.ts'
import type { Tx } from './client.server.ts'
import {
  competency,
  question,
  questionSearchRow,
  questionVersion,
  questionVersionCompetency,
} from './schema/question-bank.ts'

/** Rewrites the full text of every question from its current version; archived ones are found too. */
export function rebuildQuestionSearch(tx: Tx): void {
  tx.run(sql`DELETE FROM question_search`)
  tx.delete(questionSearchRow).run()
  const ids = tx.select({ id: question.id }).from(question).where(isNotNull(question.currentVersionId)).all()
  const names = findNames(tx)
  for (const { id } of ids) indexQuestion(tx, id, names)
}

/** Whether every question has its row of full text; false after an upgrade that empties it. */
export function isQuestionSearchComplete(tx: Tx): boolean {
  const missing = tx
    .select({ id: question.id })
    .from(question)
    .leftJoin(questionSearchRow, eq(questionSearchRow.questionId, question.id))
    .where(and(isNotNull(question.currentVersionId), isNull(questionSearchRow.searchRow)))
    .limit(1)
    .get()
  return missing === undefined
}

/** Brings the full text of one question in step with its current version; a question that is gone has none. */
export function refreshQuestionSearch(tx: Tx, questionId: string): void {
  unindexQuestion(tx, questionId)
  indexQuestion(tx, questionId, findNames(tx))
}

/** Does the same for every question of a competency, whose name they are found by. */
export function refreshQuestionsOfCompetency(tx: Tx, competencyId: string): void {
  const names = findNames(tx)
  const rows = tx
    .select({ id: question.id })
    .from(questionVersionCompetency)
    .innerJoin(question, eq(question.currentVersionId, questionVersionCompetency.versionId))
    .where(eq(questionVersionCompetency.competencyId, competencyId))
    .all()
  for (const { id } of rows) {
    unindexQuestion(tx, id)
    indexQuestion(tx, id, names)
  }
}

function findNames(tx: Tx): ReadonlyMap<string, string> {
  const rows = tx.select({ id: competency.id, name: competency.name }).from(competency).all()
  return new Map(rows.map((row) => [row.id, row.name]))
}

function unindexQuestion(tx: Tx, questionId: string): void {
  const held = tx
    .delete(questionSearchRow)
    .where(eq(questionSearchRow.questionId, questionId))
    .returning({ searchRow: questionSearchRow.searchRow })
    .get()
  if (held) tx.run(sql`DELETE FROM question_search WHERE rowid = ${held.searchRow}`)
}

function indexQuestion(tx: Tx, questionId: string, names: ReadonlyMap<string, string>): void {
  const current = tx
    .select({ body: questionVersion.body })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(eq(question.id, questionId))
    .get()
  if (!current) return
  const { body } = current
  const details = detailLines(body, names)
    .map((line) => line.text)
    .join('\n')
  const { searchRow } = tx
    .insert(questionSearchRow)
    .values({ questionId })
    .returning({ searchRow: questionSearchRow.searchRow })
    .get()
  tx.run(
    sql`INSERT INTO question_search (rowid, question_id, title, prompt, intent, details)
        VALUES (${searchRow}, ${questionId}, ${body.title}, ${body.prompt}, ${body.intent}, ${details})`,
  )
}
