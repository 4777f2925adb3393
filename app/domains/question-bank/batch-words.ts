import type { BroughtVersion } from './batch-undo.ts'
import { documentWords } from './import/layout-words.ts'
import { documentLayouts } from './import/question-document.ts'

/** What kind of thing was imported, at the beginning of a line. */
export function layoutWords(layout: string): string {
  if (layout === 'bank') return 'Files of a bank'
  const known = documentLayouts.find((name) => name === layout)
  return known ? documentWords(known) : 'Questions from a document'
}

const kindWords = { question: 'question', competency: 'competency', role: 'role' } as const

/** "New question", "Version 3 of a role". */
export function broughtWords({ kind, number }: Pick<BroughtVersion, 'kind' | 'number'>): string {
  return number === 1 ? `New ${kindWords[kind]}` : `Version ${number} of a ${kindWords[kind]}`
}
