import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { findDefinition } from '#app/domains/question-bank/definitions/definition-store.server.ts'
import {
  createDefinition,
  saveOrCompare,
} from '#app/domains/question-bank/definitions/save-definition.server.ts'
import type { Definition, Saved } from '#app/domains/question-bank/definitions/definition.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Db } from '#db/client.server.ts'
import { listAllCompetencies, listScaleBodies } from '../content-store.server.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { keepOrder, roleFormOf, type RoleForm } from './role-form.ts'
import { checkRole } from './role.schema.ts'

/**
 * Adds a role. The same form posted twice adds one.
 * @returns its id, or messages for the fields
 */
export function createRole(ctx: Ctx, input: { formKey: string; form: RoleForm }): Result<{ id: string }> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const { formKey, form } = input
  return write(ctx.db, (tx): Result<{ id: string }> => {
    const made = createDefinition(tx, ctx, {
      formKey,
      kind: 'role',
      name: form.name,
      check: (id) => check(ctx.db, form, id),
    })
    return made.ok ? ok({ id: made.value }) : made
  })
}

/**
 * Saves what was typed as a new version of a role. Panels keep the weights, bars and questions that they have.
 * @param input `base` is the number of the version that the form was opened at
 */
export function saveRole(ctx: Ctx, input: { id: string; base: number; form: RoleForm }): Result<Saved> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const { id, base, form } = input
  const before = findDefinition(ctx.db, 'role', id)
  if (before?.kind !== 'role') return notFound
  const checked = check(ctx.db, keepOrder(form, roleFormOf(before.content)), id)
  if (!checked.ok) return checked
  return saveOrCompare(ctx, { definition: checked.value, base })
}

function check(db: Db, form: RoleForm, id: string): Result<Definition> {
  const ids = [...new Set(form.interviews.flatMap((row) => row.questions))]
  const checked = checkRole(form, id, {
    scales: listScaleBodies(db),
    competencies: listAllCompetencies(db).map(({ body }) => body),
    questions: listQuestionsByIds(db, ids).map(({ content }) => content),
  })
  if (!checked.ok) return { ok: false, error: { kind: 'invalid', errors: checked.errors } }
  return ok({ kind: 'role', content: checked.content })
}
