import type { FieldErrors } from '#app/lib/result.ts'
import { roleSchema, type RubricContent, type Role } from '#rubrics/content.schema.ts'
import { listBrokenReferences } from '#rubrics/references.ts'
import { contentErrors } from '../content-messages.ts'
import { roleOfForm, type RoleForm } from './role-form.ts'

/** What a role may point at. */
export type RoleReferences = Pick<RubricContent, 'scales' | 'competencies' | 'questions'>

export type CheckedRole = { ok: true; content: Role } | { ok: false; errors: FieldErrors }

const interview = 'recommendedPanel.interviews'

const words = {
  'competencies too_small': 'Give the job at least two competencies whose weights add up to 100.',
  'competencies.*.competency': 'Choose a competency that does not stand here yet.',
  'competencies.*.weight': 'Give a whole number from 1 to 100.',
  'competencies.*.gate': 'A bar is a number from 1 to 9, such as 2.5, or nothing.',
  'recommendedPanel.scale': 'Choose a scale.',
  [interview]: 'Recommend one to eight interviews.',
  [`${interview}.*.minutes`]: 'Give whole minutes, from 15 to 180.',
  [`${interview}.*.competencies`]: 'Choose at least one competency that it looks into.',
  [`${interview}.*.competencies.*`]: 'Choose competencies that the bank still has.',
  [`${interview}.*.questions`]: 'Add at least one question.',
  [`${interview}.*.questions.*`]: 'The bank has no such question any more. Take it out.',
}

/**
 * Whether what was typed is a role by the rules of the files, with every name pointing at something of the bank.
 * @param references the scales, competencies and questions that it may name, archived ones included
 */
export function checkRole(form: RoleForm, id: string, references: RoleReferences): CheckedRole {
  const parsed = roleSchema.safeParse(roleOfForm(form, id))
  if (!parsed.success) return { ok: false, errors: byField(contentErrors(parsed.error, words)) }
  const broken = listBrokenReferences({ ...references, roles: [parsed.data] })
    .filter((reference) => reference.kind === 'roles')
    .map(({ path, reason: message }) => ({ code: 'custom' as const, path, message }))
  if (broken.length === 0) return { ok: true, content: parsed.data }
  return { ok: false, errors: byField(contentErrors({ issues: broken }, words)) }
}

/** The form's names: the panel's part stands at its top level, and a list's message at the list. */
function byField(errors: FieldErrors): FieldErrors {
  const fields: FieldErrors = {}
  for (const [path, messages] of Object.entries(errors)) {
    const field = path
      .replace(/^recommendedPanel\./, '')
      .replace(/^(interviews\.\d+\.(?:questions|competencies))\.\d+$/, '$1')
    fields[field] = [...new Set([...(fields[field] ?? []), ...messages])]
  }
  return fields
}
