import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { question, questionVersion, questionVersionCompetency } from '#db/schema/question-bank.ts'
import type { CompetencyQuestion } from './competency-view.ts'

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
