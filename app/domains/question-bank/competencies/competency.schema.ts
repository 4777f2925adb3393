import { competencySchema, type Competency } from '#rubrics/content.schema.ts'
import type { FieldErrors } from '#app/lib/result.ts'
import { contentErrors } from '../content-messages.ts'
import type { CompetencyForm } from './competency-form.ts'

export type CheckedCompetency = { ok: true; content: Competency } | { ok: false; errors: FieldErrors }

const words = {
  'name too_small': 'Give the competency a name of three letters or more.',
  'definition too_small': 'Write what somebody can do who has it.',
  looksLike: 'Give at least two things by which one recognises it.',
  'looksLike.* too_small': 'Write at least 3 letters, or leave the line empty.',
}

/** Whether what was typed is a competency by the rules of the files; lines left empty are left out. */
export function checkCompetency(form: CompetencyForm, id: string): CheckedCompetency {
  const filled = form.looksLike.flatMap((text, line) => (text === '' ? [] : [{ text, line }]))
  const { name, definition } = form
  const looksLike = filled.map(({ text }) => text)
  const parsed = competencySchema.safeParse({ id, name, definition, looksLike })
  if (parsed.success) return { ok: true, content: parsed.data }
  const firstEmpty = form.looksLike.indexOf('')
  const fieldOf = (path: string) => {
    const [part, at] = path.split('.')
    if (part !== 'looksLike') return path
    const line = at === undefined ? Math.max(firstEmpty, 0) : (filled[Number(at)]?.line ?? 0)
    return `looksLike.${line}`
  }
  const errors = contentErrors(parsed.error, words)
  return {
    ok: false,
    errors: Object.fromEntries(Object.entries(errors).map(([path, words]) => [fieldOf(path), words])),
  }
}
