import { asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { role } from '#db/schema/panels.ts'
import {
  competency,
  question,
  questionVersion,
  questionVersionRole,
  scale,
} from '#db/schema/question-bank.ts'
import type { Competency, Role, Scale } from '#rubrics/content.schema.ts'

/** The competencies in use, by name. */
export function listCompetencyBodies(db: Db): Competency[] {
  const rows = db
    .select({ body: competency.body })
    .from(competency)
    .where(isNull(competency.archivedAtMs))
    .orderBy(asc(competency.name))
    .all()
  return rows.map((row) => row.body)
}

/** Every competency by name, archived ones included. */
export function listAllCompetencies(db: Db): { body: Competency; isArchived: boolean }[] {
  return db
    .select({ body: competency.body, archivedAtMs: competency.archivedAtMs })
    .from(competency)
    .orderBy(asc(competency.name))
    .all()
    .map(({ body, archivedAtMs }) => ({ body, isArchived: archivedAtMs !== null }))
}

/** The name of every competency, archived ones included, by id. */
export function findCompetencyNames(db: Db): Map<string, string> {
  const rows = db.select({ id: competency.id, name: competency.name }).from(competency).all()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** All scales, by name. */
export function listScaleBodies(db: Db | Tx): Scale[] {
  const rows = db.select({ body: scale.body }).from(scale).orderBy(asc(scale.name)).all()
  return rows.map((row) => row.body)
}

/** The roles in use, or the archived ones, by name. */
export function listRoleBodies(db: Db, which: 'in-use' | 'archived' = 'in-use'): Role[] {
  const rows = db
    .select({ body: role.body })
    .from(role)
    .where(which === 'in-use' ? isNull(role.archivedAtMs) : isNotNull(role.archivedAtMs))
    .orderBy(asc(role.name))
    .all()
  return rows.map((row) => row.body)
}

/** How many questions in use name each role, by role id. */
export function countQuestionsByRole(db: Db): Map<string, number> {
  const rows = db
    .select({ roleId: questionVersionRole.roleId })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .innerJoin(questionVersionRole, eq(questionVersionRole.versionId, questionVersion.id))
    .where(isNull(question.archivedAtMs))
    .all()
  const counts = new Map<string, number>()
  for (const { roleId } of rows) counts.set(roleId, (counts.get(roleId) ?? 0) + 1)
  return counts
}
