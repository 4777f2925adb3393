import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { role } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import { competency, question, questionVersion, scale } from '#db/schema/question-bank.ts'
import type { Role } from '#rubrics/content.schema.ts'
import type { PlanSources, QuestionBody } from './build-plan.ts'
import type { Arrangement } from './panel.ts'

/** Reads of what panels are made from: roles, scales, competencies, questions, people. */
type Reader = Db | Tx

/** What an arrangement names, as the bank holds it now. */
export function readPlanSources(
  db: Reader,
  given: { panelId: string; roleId: string; arrangement: Arrangement },
): PlanSources {
  const { arrangement } = given
  const roleRow = db
    .select({ id: role.id, name: role.name })
    .from(role)
    .where(eq(role.id, given.roleId))
    .get()
  const scaleRow = db.select({ body: scale.body }).from(scale).where(eq(scale.id, arrangement.scaleId)).get()
  if (!roleRow || !scaleRow) throw new Error(`panel ${given.panelId} names a role or scale that is not there`)
  const competencies = db.select({ id: competency.id, body: competency.body }).from(competency).all()
  const questionIds = arrangement.interviews.flatMap((item) => item.questionIds)
  return {
    panelId: given.panelId,
    role: roleRow,
    scale: scaleRow.body,
    competencies: new Map(competencies.map((row) => [row.id, row.body])),
    questions: new Map(listQuestionBodies(db, questionIds).map((body) => [body.questionId, body])),
  }
}

/** The present wording of some questions, archived ones too. */
export function listQuestionBodies(db: Reader, questionIds: readonly string[]): QuestionBody[] {
  return db
    .select({
      questionId: question.id,
      versionId: questionVersion.id,
      number: questionVersion.number,
      content: questionVersion.body,
    })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(inArray(question.id, [...questionIds]))
    .all()
}

/** A question that may be added to a panel: known to the bank and not archived. */
export function findUsableQuestion(db: Reader, questionId: string): QuestionBody | undefined {
  const row = db
    .select({ id: question.id })
    .from(question)
    .where(and(eq(question.id, questionId), isNull(question.archivedAtMs)))
    .get()
  return row && listQuestionBodies(db, [row.id])[0]
}

/** The role with its weights and recommended panel, unless archived. */
export function findOpenRole(db: Reader, roleId: string): Role | undefined {
  return db
    .select({ body: role.body })
    .from(role)
    .where(and(eq(role.id, roleId), isNull(role.archivedAtMs)))
    .get()?.body
}

/** Roles that are hired for, by name. */
export function listOpenRoles(db: Reader): { id: string; name: string }[] {
  return db
    .select({ id: role.id, name: role.name })
    .from(role)
    .where(isNull(role.archivedAtMs))
    .orderBy(asc(role.name))
    .all()
}

/** Scales by name. */
export function listScales(db: Reader): { id: string; name: string; levels: number }[] {
  return db
    .select({ id: scale.id, name: scale.name, body: scale.body })
    .from(scale)
    .orderBy(asc(scale.name))
    .all()
    .map((row) => ({ id: row.id, name: row.name, levels: row.body.levels.length }))
}

/** Competencies in their order, archived ones left out. */
export function listOpenCompetencies(db: Reader): { id: string; name: string }[] {
  return db
    .select({ id: competency.id, name: competency.name })
    .from(competency)
    .where(isNull(competency.archivedAtMs))
    .orderBy(asc(competency.position))
    .all()
}

/** People who may interview: every enabled account but observers. */
export function listInterviewers(db: Reader): { id: string; name: string }[] {
  return db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(and(isNull(user.disabledAtMs), notInArray(user.access, ['observer', 'guest'])))
    .orderBy(asc(user.name))
    .all()
}

/** Names by id, disabled accounts included. */
export function readNames(db: Reader, userIds: readonly string[]): Record<string, string> {
  const rows = db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...userIds]))
    .all()
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}

/** The highest level of a scale. */
export function findScaleTop(db: Reader, scaleId: string): number | undefined {
  return db.select({ body: scale.body }).from(scale).where(eq(scale.id, scaleId)).get()?.body.levels.length
}
