import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { findQuestionsForRole, getRoleChoices } from './read-role.server.ts'
import { editRoleForm } from './role-edit.ts'
import type { RoleForm } from './role-form.ts'
import type { FoundQuestions, RoleChoices } from './role-view.ts'

/** The form after a button that saves nothing, with what it offers now. */
export type RoleStep = { form: RoleForm; choices: RoleChoices; found: FoundQuestions | null }

/**
 * Does what a button of the form says when it saves nothing: a row more or less, another order, a search of the bank.
 * @param intent the button's value; `enter` is a key pressed in a field, which searches where something is looked for
 * @returns null when the form is to be saved
 */
export function stepRoleForm(ctx: Ctx, form: RoleForm, intent: string): Result<RoleStep | null> {
  const edited = editRoleForm(form, intent)
  const at = placeToSearch(form, intent)
  if (!edited && at === undefined) return ok(null)
  const next = edited?.form ?? form
  const choices = getRoleChoices(ctx, next)
  if (!choices.ok) return choices
  const found = at === undefined ? ok(null) : findQuestionsForRole(ctx, next, at)
  if (!found.ok) return found
  return ok({ form: next, choices: choices.value, found: found.value })
}

function placeToSearch(form: RoleForm, intent: string): number | undefined {
  const [what, at] = intent.split(':')
  if (what === 'find' || what === 'add-question') return Number(at)
  const searched = form.interviews.findIndex((row) => row.find !== '')
  return what === 'enter' && searched !== -1 ? searched : undefined
}
