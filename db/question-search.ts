import type { Tx } from './client.server.ts'
import { competency, question, questionVersion } from './schema/question-bank.ts'
import { eq, isNull, sql } from 'drizzle-orm'

/** Rewrites the full text of every question that is in use, from its current version. */
export function rebuildQuestionSearch(tx: Tx): void {
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
    .where(isNull(question.archivedAtMs))
    .all()
  tx.run(sql`DELETE FROM question_search`)
  for (const { questionId, body } of rows) {
    const details = [
      ...[body.primaryCompetency, ...body.otherCompetencies].map((id) => names.get(id) ?? ''),
      ...body.probes,
      body.followUp,
      ...body.rubrics.flatMap((rubric) => rubric.anchors.map((anchor) => anchor.text)),
      ...body.signals.strong,
      ...body.signals.weak,
    ].join('\n')
    tx.run(
      sql`INSERT INTO question_search (question_id, title, prompt, intent, details)
          VALUES (${questionId}, ${body.title}, ${body.prompt}, ${body.intent}, ${details})`,
    )
  }
}
