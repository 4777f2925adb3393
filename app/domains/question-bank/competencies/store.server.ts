import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { competency, question, questionVersion, questionVersionCompetency } from '#db/schema/question-bank.ts'
import type { Competency } from '#rubrics/content.schema.ts'
import type { CompetencyQuestion } from './competency-view.ts'

/** Every competency by name, archived ones included. */
export function listAllCompetencies(db: Db): { body: Competency; isArchived: boolean }[] {
  return db
    .select({ body: competency.body, archivedAtMs: competency.archivedAtMs })
    .from(competency)
    .orderBy(asc(competency.name))
    .all()
    .map(({ body, archivedAtMs }) => ({ body, isArchived: archivedAtMs !== null }))
}

/** For each competency how many questions in use are rated for it, and how many touch it. */
export function countQuestionsByCompetency(db: Db): Map<string, { rated: number; touched: number }> {
  const links = db
    .select({ id: questionVersionCompetency.competencyId, isRated: questionVersionCompetency.isPrimary })
    .from(question)
    .innerJoin(questionVersionCompetency, eq(questionVersionCompetency.versionId, question.currentVersionId))
    .where(isNull(question.archivedAtMs))
    .all()
  const counts = new Map<string, { rated: number; touched: number }>()
  for (const { id, isRated } of links) {
    const count = counts.get(id) ?? { rated: 0, touched: 0 }
    count[isRated ? 'rated' : 'touched']++
    counts.set(id, count)
  }
  return counts
}

/** The questions in use that are rated for a competency or touch it, by title. */
export function listQuestionsOfCompetency(db: Db, competencyId: string): CompetencyQuestion[] {
  return db
    .select({
      id: question.id,
      title: questionVersion.title,
      minutes: questionVersion.minutes,
      isRated: questionVersionCompetency.isPrimary,
    })
    .from(questionVersionCompetency)
    .innerJoin(question, eq(question.currentVersionId, questionVersionCompetency.versionId))
    .innerJoin(questionVersion, eq(questionVersion.id, questionVersionCompetency.versionId))
    .where(and(eq(questionVersionCompetency.competencyId, competencyId), isNull(question.archivedAtMs)))
    .orderBy(asc(questionVersion.title))
    .all()
}
