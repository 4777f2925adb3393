import type { DocumentLayout } from './question-document.ts'

const words: Record<DocumentLayout, string> = {
  numbered: 'Questions with labelled parts',
  explained: 'Questions with their explanations',
  headings: 'Questions as headings',
  list: 'A list of questions',
  lines: 'Questions, one on a line',
  answers: 'Answers without their questions',
  table: 'A table of questions',
  json: 'JSON with questions',
  bank: 'Question files of Panelist',
  nothing: 'No questions',
}

/** What kind of document was read, at the beginning of a line. */
export function documentWords(layout: DocumentLayout): string {
  return words[layout]
}
