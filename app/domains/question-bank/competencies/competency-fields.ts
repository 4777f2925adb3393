import type { Competency } from '#rubrics/content.schema.ts'
import type { ContentField } from '#app/domains/question-bank/versions/difference.ts'

/** A competency as text, part by part, to compare two versions of it. */
export function competencyFields(competency: Competency): ContentField[] {
  return [
    { key: 'name', label: 'Name', lines: [competency.name] },
    { key: 'definition', label: 'Definition', lines: [competency.definition] },
    { key: 'looksLike', label: 'What it looks like', lines: competency.looksLike },
  ]
}
