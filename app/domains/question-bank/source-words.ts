import type { Question } from '#rubrics/content.schema.ts'

/** Where a question's topic comes from: "Grows from integration architect, item 3". */
export function sourceWords(sources: Question['sources']): string {
  const places = sources.map(({ document, ordinal }) => `${document.replaceAll('-', ' ')}, item ${ordinal}`)
  const words = places.join('; ').replaceAll('api ', 'API ')
  return `Grows from ${words}.`
}
