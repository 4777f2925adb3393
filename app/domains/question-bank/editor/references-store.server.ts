import { asc, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { role } from '#db/schema/panels.ts'
import { competency, question, questionVersion, scale } from '#db/schema/question-bank.ts'
import type { QuestionNames } from '#app/domains/question-bank/versions/question-fields.ts'
import type { References } from './missing.schema.ts'

type Reader = Db | Tx

const usualScale = 'four-point'

/** All that a question may point at. What was archived counts too: a question that names it may still be mended. */
export function readReferences(db: Reader): References {
  const scales = db.select({ body: scale.body }).from(scale).orderBy(asc(scale.name)).all()
  const competencies = db.select({ body: competency.body }).from(competency).all()
  const roles = db.select({ body: role.body }).from(role).all()
  return {
    scales: scales
      .map((row) => row.body)
      .toSorted((a, b) => Number(b.id === usualScale) - Number(a.id === usualScale)),
    competencies: competencies.map((row) => row.body),
    roles: roles.map((row) => row.body),
  }
}

/** Something to choose; what is archived is offered only where it is chosen already. */
export type Choosable = { id: string; name: string; isArchived: boolean }

/** Competencies and roles by name, archived ones marked. */
export function listChoosable(db: Reader): { competencies: Choosable[]; roles: Choosable[] } {
  const marked = (rows: readonly { id: string; name: string; archivedAtMs: number | null }[]) =>
    rows.map(({ id, name, archivedAtMs }) => ({ id, name, isArchived: archivedAtMs !== null }))
  return {
    competencies: marked(
      db
        .select({ id: competency.id, name: competency.name, archivedAtMs: competency.archivedAtMs })
        .from(competency)
        .orderBy(asc(competency.name))
        .all(),
    ),
    roles: marked(
      db
        .select({ id: role.id, name: role.name, archivedAtMs: role.archivedAtMs })
        .from(role)
        .orderBy(asc(role.name))
        .all(),
    ),
  }
}

/** The words for everything that a question may name, archived things included. */
export function readQuestionNames(db: Reader): QuestionNames {
  const { competencies, roles } = listChoosable(db)
  const named = (all: typeof roles) => new Map(all.map(({ id, name }) => [id, name]))
  return { competencies: named(competencies), roles: named(roles), scales: readReferences(db).scales }
}

/** Every tag that a question in use carries, by name. */
export function listKnownTags(db: Reader): string[] {
  return db
    .all<{ tag: string }>(
      sql`SELECT DISTINCT tag.value AS tag FROM ${question}
          JOIN ${questionVersion} ON ${questionVersion.id} = ${question.currentVersionId},
          json_each(${questionVersion.body}, '$.tags') AS tag
          WHERE ${question.archivedAtMs} IS NULL ORDER BY 1`,
    )
    .map((row) => row.tag)
}

/** Whether a question has this id, archived ones included. */
export function isQuestionId(db: Reader, id: string): boolean {
  return (
    db
      .select({ id: question.id })
      .from(question)
      .where(sql`${question.id} = ${id}`)
      .get() !== undefined
  )
}
