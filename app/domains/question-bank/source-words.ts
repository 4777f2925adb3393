import type { Question } from '#rubrics/content.schema.ts'

/**
 * Where a question's topic comes from: "Grows from integration architect, item 3."
 * @returns null for a question that grew from no document
 */
export function sourceWords(sources: Question['sources']): string | null {
  if (sources.length === 0) return null
  const places = sources.map(({ document, ordinal }) => `${document.replaceAll('-', ' ')}, item ${ordinal}`)
  const words = places.join('; ').replaceAll(/\bapi /g, 'API ')
  return `Grows from ${words}.`
}
