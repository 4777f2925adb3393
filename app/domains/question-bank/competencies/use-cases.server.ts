import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { findDefinition } from '#app/domains/question-bank/definitions/definition-store.server.ts'
import {
  createDefinition,
  saveOrCompare,
} from '#app/domains/question-bank/definitions/save-definition.server.ts'
import type { Definition, Saved } from '#app/domains/question-bank/definitions/definition.ts'
import { findArchived, findCurrentVersion } from '#app/domains/question-bank/definitions/versions.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { listAllCompetencies, listRoleBodies } from '../content-store.server.ts'
import { checkCompetency } from './competency.schema.ts'
import type { CompetencyForm } from './competency-form.ts'
import { weighingOf, type CompetencyItem, type CompetencyPage } from './competency-view.ts'
import { countQuestionsByCompetency, listQuestionsOfCompetency } from './store.server.ts'

/** Every competency by name, archived ones too, with what uses it. */
export function listCompetencyItems(ctx: Ctx): Result<CompetencyItem[]> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const counts = countQuestionsByCompetency(ctx.db)
  const roles = listRoleBodies(ctx.db)
  return ok(
    listAllCompetencies(ctx.db).map(({ body: { id, name, definition }, isArchived }) => {
      const { rated, touched } = counts.get(id) ?? { rated: 0, touched: 0 }
      return { id, name, definition, isArchived, rated, touched, roles: weighingOf(id, roles) }
    }),
  )
}

/** A competency with everything its page shows. */
export function getCompetency(ctx: Ctx, id: string): Result<CompetencyPage> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const found = findDefinition(ctx.db, 'competency', id)
  const version = findCurrentVersion(ctx.db, 'competency', id)
  if (found?.kind !== 'competency' || !version) return notFound
  return ok({
    competency: found.content,
    version,
    archived: findArchived(ctx.db, 'competency', id),
    roles: weighingOf(id, listRoleBodies(ctx.db)),
    questions: listQuestionsOfCompetency(ctx.db, id),
  })
}

/**
 * Adds a competency. The same form posted twice adds one.
 * @returns its id, or messages for the fields
 */
export function createCompetency(
  ctx: Ctx,
  input: { formKey: string; form: CompetencyForm },
): Result<{ id: string }> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const { formKey, form } = input
  return write(ctx.db, (tx): Result<{ id: string }> => {
    const made = createDefinition(tx, ctx, {
      formKey,
      kind: 'competency',
      name: form.name,
      check: (id) => check(form, id),
    })
    return made.ok ? ok({ id: made.value }) : made
  })
}

/**
 * Saves what was typed as a new version of a competency.
 * @param input `base` is the number of the version that the form was opened at
 */
export function saveCompetency(
  ctx: Ctx,
  input: { id: string; base: number; form: CompetencyForm },
): Result<Saved> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const { id, base, form } = input
  const checked = check(form, id)
  if (!findCurrentVersion(ctx.db, 'competency', id)) return notFound
  if (!checked.ok) return checked
  return saveOrCompare(ctx, { definition: checked.value, base })
}

function check(form: CompetencyForm, id: string): Result<Definition> {
  const checked = checkCompetency(form, id)
  if (!checked.ok) return { ok: false, error: { kind: 'invalid', errors: checked.errors } }
  return ok({ kind: 'competency', content: checked.content })
}
