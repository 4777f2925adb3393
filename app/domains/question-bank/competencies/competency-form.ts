import type { Competency } from '#rubrics/content.schema.ts'

/** A competency as it is typed: a line of what it looks like may be empty. */
export type CompetencyForm = { name: string; definition: string; looksLike: string[] }

/** How many lines the form has: as many as a competency may have. */
export const linesOfForm = 5

export const emptyCompetencyForm: CompetencyForm = { name: '', definition: '', looksLike: [] }

/** What was typed, every line where it stood. */
export function readCompetencyForm(posted: Pick<FormData, 'get'>): CompetencyForm {
  const text = (name: string) => {
    const value = posted.get(name)
    return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : ''
  }
  return {
    name: text('name'),
    definition: text('definition'),
    looksLike: Array.from({ length: linesOfForm }, (_, i) => text(`looksLike.${i}`)),
  }
}

/** A competency as the form shows it. */
export function competencyFormOf({ name, definition, looksLike }: Competency): CompetencyForm {
  return { name, definition, looksLike: [...looksLike] }
}
