import type { PostedField } from './posted-field.ts'
import { keyedRecommendation, keyedState } from './rating-keys.ts'
import type { Rating } from './scorecard.ts'

/** No field of ours has a longer name; the save log keeps what it is sent. */
const longestFieldName = 120

/** How a rating stands in a form: a level, "not-asked", "no-evidence", or empty for not rated. */
export function ratingToForm(rating: Rating | null): string {
  if (rating === null) return ''
  return rating.state === 'rated' ? String(rating.level) : rating.state
}

/** Reads a rating from a form, chosen or keyed; what is none stays as it is, for the schema to refuse. */
export function ratingFromForm(value: string): unknown {
  if (value === '') return null
  const state = keyedState(value) ?? value
  if (state === 'not-asked' || state === 'no-evidence') return { state }
  return { state: 'rated', level: Number(value) }
}

/**
 * The fields of a card posted as a whole. Every field of the form comes with the version it was read at, in `base.<field>`;
 * a field without one was not in the form and is left alone.
 */
export function readPostedCard(form: Pick<FormData, 'get' | 'getAll' | 'keys'>): PostedField[] {
  const fields: PostedField[] = []
  for (const key of new Set(form.keys())) {
    if (!key.startsWith('base.')) continue
    const field = key.slice('base.'.length)
    const base = Number(form.get(key))
    if (!Number.isSafeInteger(base) || base < 0 || field.length > longestFieldName) continue
    fields.push({ field, base, value: valueOf(form, field) })
  }
  return fields
}

function valueOf(form: Pick<FormData, 'get' | 'getAll'>, field: string): unknown {
  if (/^(signals|probes):/.test(field)) return form.getAll(field).map(String)
  const text = String(form.get(field) ?? '')
  if (field.startsWith('rating:')) return ratingFromForm(text)
  if (field.startsWith('added:')) {
    return text.trim() === ''
      ? null
      : { title: '', prompt: text.replaceAll('\r\n', '\n').trim(), bankQuestionId: null }
  }
  if (field === 'recommendation') return text === '' ? null : (keyedRecommendation(text) ?? text)
  // A form posts line ends as CR LF; what is typed elsewhere has LF.
  return text.replaceAll('\r\n', '\n')
}
