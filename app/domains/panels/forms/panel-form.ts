import type { Arrangement } from '../panel.ts'

/** The questions of a draft stand in form A and, when it has one, in form B; everything else is common to both. */
export type DraftForm = 'A' | 'B'

/** Which form a published version is: the only one, or one of two that were published together. */
export type VersionForm = 'only' | DraftForm

/** “Form B”; null for the only form, which needs no name. */
export function formWords(form: VersionForm): string | null {
  return form === 'only' ? null : `Form ${form}`
}

/** “version 2”, “version 2, form B”. */
export function versionWords(version: { number: number; form: VersionForm }): string {
  const form = version.form === 'only' ? '' : `, form ${version.form}`
  return `version ${version.number}${form}`
}

/** The same draft with the questions of one form in the place where those of form A stand; twice gives it back. */
export function seenAsForm(arrangement: Arrangement, form: DraftForm): Arrangement {
  if (form === 'A') return arrangement
  const interviews = arrangement.interviews.map(({ questionIds, formBIds, ...rest }) => ({
    ...rest,
    questionIds: formBIds,
    formBIds: questionIds,
  }))
  return { ...arrangement, interviews }
}

/** Whether a draft has a form B: it does as long as a question stands in it. */
export function hasFormB(arrangement: Pick<Arrangement, 'interviews'>): boolean {
  return arrangement.interviews.some(({ formBIds }) => formBIds.length > 0)
}

/** Questions that both forms ask, and all that either asks. */
export type FormShare = { common: number; all: number }

/** How much of a draft everybody is asked whichever form they get; null while it has no form B. */
export function readFormShare(arrangement: Pick<Arrangement, 'interviews'>): FormShare | null {
  if (!hasFormB(arrangement)) return null
  const one = new Set(arrangement.interviews.flatMap(({ questionIds }) => questionIds))
  const other = new Set(arrangement.interviews.flatMap(({ formBIds }) => formBIds))
  return { common: [...one].filter((id) => other.has(id)).length, all: new Set([...one, ...other]).size }
}

/** What an address needs to mean a form. */
export function formQuery(form: DraftForm): { form?: 'B' } {
  return form === 'B' ? { form } : {}
}
