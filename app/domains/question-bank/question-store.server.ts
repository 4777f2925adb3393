import { and, asc, eq, inArray, isNull, lte, notInArray, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { interview, interviewQuestion, panel } from '#db/schema/panels.ts'
import { question, questionVersion } from '#db/schema/question-bank.ts'
import { findCompetencyNames } from './content-store.server.ts'
import type { BankQuestion, PanelUse } from './question.ts'
import {
  matchExpression,
  minuteSteps,
  type FacetCount,
  type QuestionFacets,
  type QuestionQuery,
  type QuestionSearch,
} from './question-search.ts'

const bankColumns = {
  id: question.id,
  versionId: questionVersion.id,
  number: questionVersion.number,
  content: questionVersion.body,
  archivedAtMs: question.archivedAtMs,
  createdAtMs: questionVersion.createdAtMs,
}

/** The current version of a question, archived ones included. */
export function findQuestion(db: Db | Tx, id: string): BankQuestion | undefined {
  return listQuestionsByIds(db, [id])[0]
}

/** The current versions of the questions named, in no order; unknown ids are left out. */
export function listQuestionsByIds(db: Db | Tx, ids: readonly string[]): BankQuestion[] {
  return db
    .select(bankColumns)
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(inArray(question.id, [...ids]))
    .all()
    .map(({ archivedAtMs, ...row }) => ({ ...row, isArchived: archivedAtMs !== null }))
}

/** The panels whose working draft asks a question, by name. */
export function listPanelsUsing(db: Db, questionId: string): PanelUse[] {
  return db
    .select({ id: panel.id, name: panel.name, interview: interview.focus })
    .from(interviewQuestion)
    .innerJoin(interview, eq(interview.id, interviewQuestion.interviewId))
    .innerJoin(panel, eq(panel.id, interview.panelId))
    .where(and(eq(interviewQuestion.questionId, questionId), isNull(panel.archivedAtMs)))
    .orderBy(asc(panel.name), asc(interview.position))
    .all()
}

/**
 * Finds questions that are in use.
 * @returns the best matches first, or by title when no word is given; facet counts leave out their own filter
 */
export function searchBank(db: Db, query: QuestionQuery, limit: number): QuestionSearch {
  const expression = matchExpression(query.text ?? '')
  const where = conditions(query, expression)
  const total = countBy(db, sql`1`, where)[0]?.count ?? 0
  const found = expression
    ? db.all<{ id: string }>(sql`
        SELECT ${question.id} AS id FROM ${question}
        JOIN ${questionVersion} ON ${questionVersion.id} = ${question.currentVersionId}
        JOIN (SELECT question_id, bm25(question_search, 0, 20, 4, 2, 1) AS score FROM question_search
              WHERE question_search MATCH ${expression}) AS found ON found.question_id = ${question.id}
        WHERE ${where} ORDER BY found.score, ${questionVersion.title}, ${question.id} LIMIT ${limit}`)
    : db.all<{ id: string }>(sql`
        SELECT ${question.id} AS id FROM ${question}
        JOIN ${questionVersion} ON ${questionVersion.id} = ${question.currentVersionId}
        WHERE ${where} ORDER BY ${questionVersion.title}, ${question.id} LIMIT ${limit}`)
  return {
    rows: rowsOf(
      db,
      found.map((row) => row.id),
    ),
    total,
    facets: countFacets(db, query, expression),
  }
}

function rowsOf(db: Db, ids: readonly string[]): QuestionSearch['rows'] {
  const names = findCompetencyNames(db)
  const named = (id: string) => ({ id, name: names.get(id) ?? id })
  const byId = new Map(listQuestionsByIds(db, ids).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { title, prompt, intent, kind, difficulty, minutes, primaryCompetency, otherCompetencies } =
      row.content
    const competency = named(primaryCompetency)
    const others = otherCompetencies.map(named)
    return [
      {
        id,
        versionId: row.versionId,
        title,
        prompt,
        intent,
        kind,
        difficulty,
        minutes,
        competency,
        otherCompetencies: others,
      },
    ]
  })
}

const competencyLink = sql`SELECT 1 FROM question_version_competency c WHERE c.version_id = ${questionVersion.id}`
const roleLink = sql`SELECT 1 FROM question_version_role r WHERE r.version_id = ${questionVersion.id}`

function conditions(query: QuestionQuery, expression: string | null): SQL {
  const { role, competency, kind, difficulty, maxMinutes, excludeIds = [] } = query
  const all = and(
    isNull(question.archivedAtMs),
    expression
      ? sql`${question.id} IN (SELECT question_id FROM question_search WHERE question_search MATCH ${expression})`
      : undefined,
    role ? sql`EXISTS (${roleLink} AND r.role_id = ${role})` : undefined,
    competency ? sql`EXISTS (${competencyLink} AND c.competency_id = ${competency})` : undefined,
    kind ? eq(questionVersion.kind, kind) : undefined,
    difficulty ? eq(questionVersion.difficulty, difficulty) : undefined,
    maxMinutes === undefined ? undefined : lte(questionVersion.minutes, maxMinutes),
    excludeIds.length > 0 ? notInArray(question.id, [...excludeIds]) : undefined,
  )
  return all ?? sql`1`
}

function countFacets(db: Db, query: QuestionQuery, expression: string | null): QuestionFacets {
  const without = (name: keyof QuestionQuery) => conditions({ ...query, [name]: undefined }, expression)
  const minutes = countBy<number>(db, sql`${questionVersion.minutes}`, without('maxMinutes'))
  return {
    role: countBy(db, sql`link.role_id`, without('role'), sql`question_version_role`),
    competency: countBy(db, sql`link.competency_id`, without('competency'), sql`question_version_competency`),
    kind: countBy(db, sql`${questionVersion.kind}`, without('kind')),
    difficulty: countBy(db, sql`${questionVersion.difficulty}`, without('difficulty')),
    maxMinutes: minuteSteps.map((value) => ({
      value,
      count: minutes.filter((step) => step.value <= value).reduce((sum, step) => sum + step.count, 0),
    })),
  }
}

function countBy<T = string>(db: Db, value: SQL, where: SQL, linkTable?: SQL): FacetCount<T>[] {
  const link = linkTable ? sql`JOIN ${linkTable} AS link ON link.version_id = ${questionVersion.id}` : sql``
  return db.all<FacetCount<T>>(sql`
    SELECT ${value} AS value, count(*) AS count FROM ${question}
    JOIN ${questionVersion} ON ${questionVersion.id} = ${question.currentVersionId}
    ${link} WHERE ${where} GROUP BY 1 ORDER BY 1`)
}
