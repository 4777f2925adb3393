import { and, avg, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import {
  question,
  questionStars,
  questionVersion,
  questionVersionCompetency,
} from '#db/schema/question-bank.ts'
import type { PlannableQuestion } from './problem-of-panel.ts'

/** Every question in use that has anchors for a scale, by id. */
export function listPlannable(db: Db, scaleId: string): PlannableQuestion[] {
  const stars = db
    .select({ questionId: questionStars.questionId, stars: avg(questionStars.stars).as('stars') })
    .from(questionStars)
    .groupBy(questionStars.questionId)
    .as('stars')
  return db
    .select({
      id: question.id,
      title: questionVersion.title,
      kind: questionVersion.kind,
      difficulty: questionVersion.difficulty,
      minutes: questionVersion.minutes,
      primaryCompetency: questionVersionCompetency.competencyId,
      stars: sql<number | null>`${stars.stars}`,
    })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .innerJoin(
      questionVersionCompetency,
      and(eq(questionVersionCompetency.versionId, questionVersion.id), questionVersionCompetency.isPrimary),
    )
    .leftJoin(stars, eq(stars.questionId, question.id))
    .where(
      and(
        isNull(question.archivedAtMs),
        sql`exists (select 1 from json_each(${questionVersion.body}, '$.rubrics') where json_extract(value, '$.scale') = ${scaleId})`,
      ),
    )
    .orderBy(question.id)
    .all()
}
