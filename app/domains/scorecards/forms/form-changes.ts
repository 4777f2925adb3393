import { isTextField } from '../field.ts'
import { isSame } from '../same-value.ts'

/** What a form would do to one field. */
export type FormChange = {
  field: string
  /** `conflict`: the field was changed online after the form was printed. */
  kind: 'change' | 'conflict'
  /** What is saved now, with its version. */
  stored: unknown
  version: number
  /** What the form says, and the version it was printed from. */
  given: unknown
  base: number
}

export type FieldNow = { version: number; value: unknown }

/**
 * What a filled form says beyond what was printed in it. A field that nobody touched changes nothing, whatever was saved online since;
 * neither does one that says what is saved already.
 * @param input `printedAt` gives the value that a field had at a version
 * @returns in the order of the fields
 */
export function listFormChanges(input: {
  given: Readonly<Record<string, unknown>>
  bases: Readonly<Record<string, number>>
  now: Readonly<Record<string, FieldNow>>
  printedAt: (field: string, version: number) => unknown
}): FormChange[] {
  return Object.entries(input.given).flatMap(([field, given]): FormChange[] => {
    const base = input.bases[field] ?? 0
    const { version, value: stored } = input.now[field] ?? { version: 0, value: null }
    const printed = base === 0 ? null : input.printedAt(field, base)
    if (isSame(asRead(printed), given) || isSame(asRead(stored), given)) return []
    // Texts that were joined once hold the form's from then on.
    if (isTextField(field) && version !== base && holds(stored, given)) return []
    return [{ field, kind: version === base ? 'change' : 'conflict', stored, version, given, base }]
  })
}

/** A text as it comes back out of a form, where the end of the last line is lost. */
function asRead(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trimEnd() : value
}

function holds(stored: unknown, given: unknown): boolean {
  return typeof stored === 'string' && typeof given === 'string' && given !== '' && stored.includes(given)
}

/** Both texts in one: what was saved online, then what the form says. */
export function joinTexts(stored: unknown, given: unknown): string {
  return [stored, given].filter((text) => typeof text === 'string' && text !== '').join('\n\n')
}
