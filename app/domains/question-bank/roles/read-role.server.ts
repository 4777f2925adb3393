import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { findDefinition } from '#app/domains/question-bank/definitions/definition-store.server.ts'
import { findArchived, findCurrentVersion } from '#app/domains/question-bank/definitions/versions.server.ts'
import { searchQuestions } from '#app/domains/question-bank/search/search-questions.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Db } from '#db/client.server.ts'
import type { Role } from '#rubrics/content.schema.ts'
import { countQuestionsByRole, listAllCompetencies, listScaleBodies } from '../content-store.server.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { emptyRoleForm, roleFormOf, type RoleForm } from './role-form.ts'
import type { FoundQuestions, KnownQuestion, RoleChoices, RolePage } from './role-view.ts'
import { listPanelsOfRole } from './store.server.ts'

/** A role with everything its page shows. */
export function getRole(ctx: Ctx, id: string): Result<RolePage> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const role = findRole(ctx.db, id)
  const version = findCurrentVersion(ctx.db, 'role', id)
  if (!role || !version) return notFound
  const named = new Set(role.competencies.map((entry) => entry.competency))
  return ok({
    role,
    version,
    archived: findArchived(ctx.db, 'role', id),
    competencies: listAllCompetencies(ctx.db)
      .filter(({ body, isArchived }) => !isArchived || named.has(body.id))
      .map(({ body }) => body),
    questions: readKnownQuestions(ctx.db, roleFormOf(role)),
    questionCount: countQuestionsByRole(ctx.db).get(id) ?? 0,
    panels: listPanelsOfRole(ctx.db, id),
  })
}

/**
 * A role as its form shows it, with the number of the version that the form is opened at.
 * @param id null for a new role
 * @param copyOf the role that a new one starts from
 */
export function getRoleForm(
  ctx: Ctx,
  input: { id: string } | { copyOf: string | null },
): Result<{ form: RoleForm; name: string; base: number; choices: RoleChoices }> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const source = 'id' in input ? input.id : input.copyOf
  const role = source === null ? undefined : findRole(ctx.db, source)
  if (source !== null && !role) return notFound
  const copied = role && roleFormOf(role)
  const form = !copied ? emptyRoleForm : 'id' in input ? copied : { ...copied, name: '' }
  const base = 'id' in input ? (findCurrentVersion(ctx.db, 'role', input.id)?.number ?? 0) : 0
  return ok({ form, name: role?.name ?? '', base, choices: readRoleChoices(ctx.db, form) })
}

/** What the form of a role offers and knows, for what is typed in it. */
export function getRoleChoices(ctx: Ctx, form: RoleForm): Result<RoleChoices> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  return ok(readRoleChoices(ctx.db, form))
}

const mostFound = 12

/**
 * What the bank offers one interview of the form for the words typed there; without words what is rated for the
 * competencies that the interview looks into comes first. What the form has already is left out.
 */
export function findQuestionsForRole(ctx: Ctx, form: RoleForm, at: number): Result<FoundQuestions | null> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const interview = form.interviews[at]
  if (!interview) return ok(null)
  const excludeIds = form.interviews.flatMap((row) => row.questions)
  const query = { text: interview.find, excludeIds, preferCompetencies: interview.competencies }
  const search = searchQuestions(ctx, query, { offset: 0, limit: mostFound })
  if (!search.ok) return search
  const rows = search.value.rows.map(({ id, title, minutes, competency, isArchived, scales, prompt }) => ({
    id,
    title,
    minutes,
    primaryCompetency: competency.id,
    competencyName: competency.name,
    isArchived,
    scales,
    prompt,
  }))
  return ok({ at, text: interview.find, rows, total: search.value.total })
}

function findRole(db: Db, id: string): Role | undefined {
  const definition = findDefinition(db, 'role', id)
  return definition?.kind === 'role' ? definition.content : undefined
}

function readRoleChoices(db: Db, form: RoleForm): RoleChoices {
  const named = new Set([
    ...form.competencies.map((row) => row.competency),
    ...form.interviews.flatMap((row) => row.competencies),
  ])
  return {
    competencies: listAllCompetencies(db)
      .filter(({ body, isArchived }) => !isArchived || named.has(body.id))
      .map(({ body: { id, name }, isArchived }) => ({ id, name, isArchived })),
    scales: listScaleBodies(db).map(({ id, name, levels }) => ({ id, name, levels: levels.length })),
    questions: readKnownQuestions(db, form),
  }
}

function readKnownQuestions(db: Db, form: RoleForm): Record<string, KnownQuestion> {
  const ids = [...new Set(form.interviews.flatMap((row) => row.questions))]
  const known = listQuestionsByIds(db, ids).map(({ id, content, isArchived }): KnownQuestion => {
    const { title, minutes, primaryCompetency, rubrics } = content
    return { id, title, minutes, primaryCompetency, isArchived, scales: rubrics.map(({ scale }) => scale) }
  })
  return Object.fromEntries(known.map((question) => [question.id, question]))
}
