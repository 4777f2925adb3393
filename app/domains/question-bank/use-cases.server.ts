import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Competency, Scale } from '#rubrics/content.schema.ts'
import {
  countQuestionsByRole,
  findCompetencyNames,
  listCompetencyBodies,
  listRoleBodies,
  listScaleBodies,
} from './content-store.server.ts'
import { findQuestion, listPanelsUsing } from './question-store.server.ts'
import type { BankQuestion, PanelUse, RoleRow } from './question.ts'

function mayRead(ctx: Ctx): boolean {
  return can(ctx.user.access, 'bank.read', 'other')
}

export type QuestionDetail = {
  question: BankQuestion
  usedIn: PanelUse[]
  roles: { id: string; name: string }[]
  competencyNames: Record<string, string>
  scales: Scale[]
}

/** A question with everything its page shows. */
export function getQuestion(ctx: Ctx, id: string): Result<QuestionDetail> {
  if (!mayRead(ctx)) return forbidden
  const question = findQuestion(ctx.db, id)
  if (!question) return notFound
  const { primaryCompetency, otherCompetencies, roles, rubrics } = question.content
  const names = findCompetencyNames(ctx.db)
  return ok({
    question,
    usedIn: listPanelsUsing(ctx.db, id),
    roles: listRoleBodies(ctx.db)
      .filter((role) => roles.includes(role.id))
      .map((role) => ({ id: role.id, name: role.name })),
    competencyNames: Object.fromEntries(
      [primaryCompetency, ...otherCompetencies].map((name) => [name, names.get(name) ?? name]),
    ),
    scales: listScaleBodies(ctx.db).filter((scale) => rubrics.some((rubric) => rubric.scale === scale.id)),
  })
}

/** The competencies in use, by name. */
export function listCompetencies(ctx: Ctx): Result<Competency[]> {
  return mayRead(ctx) ? ok(listCompetencyBodies(ctx.db)) : forbidden
}

/** All scales, by name. */
export function listScales(ctx: Ctx): Result<Scale[]> {
  return mayRead(ctx) ? ok(listScaleBodies(ctx.db)) : forbidden
}

/** The roles in use, or the archived ones, by name, with how many questions each has. */
export function listRoles(ctx: Ctx, which: 'in-use' | 'archived' = 'in-use'): Result<RoleRow[]> {
  if (!mayRead(ctx)) return forbidden
  const counts = countQuestionsByRole(ctx.db)
  return ok(listRoleBodies(ctx.db, which).map((role) => ({ role, questions: counts.get(role.id) ?? 0 })))
}
