import type { FieldErrors } from '#app/lib/result.ts'
import { roleSchema, type RubricContent, type Role } from '#rubrics/content.schema.ts'
import { listBrokenReferences } from '#rubrics/references.ts'
import { contentErrors } from '../content-messages.ts'
import { letterOf } from './role-edit.ts'
import { roleOfForm, type RoleForm } from './role-form.ts'

/** What a role may point at. */
export type RoleReferences = Pick<RubricContent, 'scales' | 'competencies' | 'questions'>

export type CheckedRole = { ok: true; content: Role } | { ok: false; errors: FieldErrors }

const interview = 'recommendedPanel.interviews'

/** A # stands for the number of the competency, an @ for the letter of the interview. */
const words = {
  'name too_small': 'Give the role a name of three letters or more.',
  'summary too_small': 'Write what the person decides and answers for.',
  'competencies too_small': 'Give the job at least two competencies whose weights add up to 100.',
  'competencies.*.competency': 'Choose competency #, one that does not stand here yet.',
  'competencies.*.weight': 'Give competency # a weight, a whole number from 1 to 100.',
  'competencies.*.gate': 'Give competency # a bar from 1 to 9, such as 2.5, or none.',
  'competencies.*.reason too_small': 'Say why competency # weighs so.',
  'competencies.*.reason too_big': 'Keep the reason of competency # to 240 letters.',
  'recommendedPanel.scale': 'Choose a scale.',
  [interview]: 'Recommend one to eight interviews.',
  [`${interview}.*.focus too_small`]: 'Say what interview @ is about.',
  [`${interview}.*.minutes`]: 'Give interview @ whole minutes, from 15 to 180.',
  [`${interview}.*.competencies`]: 'Choose at least one competency that interview @ looks into.',
  [`${interview}.*.competencies.*`]: 'Choose competencies for interview @ that the bank still has.',
  [`${interview}.*.questions`]: 'Add at least one question to interview @.',
  [`${interview}.*.questions.*`]: 'The bank no longer has one of the questions of interview @. Take it out.',
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
    const at = Number(/\d+/.exec(field)?.[0] ?? 0)
    const said = messages.map((message) => message.replace('#', String(at + 1)).replace('@', letterOf(at)))
    fields[field] = [...new Set([...(fields[field] ?? []), ...said])]
  }
  return fields
}
