import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Question } from '#rubrics/content.schema.ts'
import type { Tx } from './client.server.ts'
import { competency, question, questionVersion } from './schema/question-bank.ts'

/** Rewrites the full text of every question that is in use, from its current version. */
export function rebuildQuestionSearch(tx: Tx): void {
  tx.run(sql`DELETE FROM question_search`)
  addToSearch(tx, isNull(question.archivedAtMs))
}

/** Brings the full text of one question in step with its current version; an archived one has none. */
export function refreshQuestionSearch(tx: Tx, questionId: string): void {
  tx.run(sql`DELETE FROM question_search WHERE question_id = ${questionId}`)
  addToSearch(tx, and(eq(question.id, questionId), isNull(question.archivedAtMs)))
}

function addToSearch(tx: Tx, where: SQL | undefined): void {
  const names = new Map(
    tx
      .select({ id: competency.id, name: competency.name })
      .from(competency)
      .all()
      .map((row) => [row.id, row.name]),
  )
  const rows = tx
    .select({ questionId: question.id, body: questionVersion.body })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(where)
    .all()
  for (const { questionId, body } of rows)
    tx.run(
      sql`INSERT INTO question_search (question_id, title, prompt, intent, details)
          VALUES (${questionId}, ${body.title}, ${body.prompt}, ${body.intent}, ${detailsOf(body, names)})`,
    )
}

function detailsOf(body: Question, names: ReadonlyMap<string, string>): string {
  return [
    ...[body.primaryCompetency, ...body.otherCompetencies].map((id) => names.get(id) ?? ''),
    ...body.probes,
    body.followUp,
    ...body.rubrics.flatMap((rubric) => rubric.anchors.map((anchor) => anchor.text)),
    ...body.signals.strong,
    ...body.signals.weak,
  ].join('\n')
}
