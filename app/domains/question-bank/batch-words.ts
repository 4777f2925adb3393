import type { BroughtVersion } from './batch-undo.ts'

/** What kind of thing was imported, at the beginning of a line. */
export function layoutWords(layout: string): string {
  return layout === 'bank' ? 'Files of a bank' : 'Questions from a document'
}

const kindWords = { question: 'question', competency: 'competency', role: 'role' } as const

/** "New question", "Version 3 of a role". */
export function broughtWords({ kind, number }: Pick<BroughtVersion, 'kind' | 'number'>): string {
  return number === 1 ? `New ${kindWords[kind]}` : `Version ${number} of a ${kindWords[kind]}`
}
