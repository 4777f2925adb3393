import type { QuestionDraft } from '../question-draft.ts'

/** A question that came in with a document, as it is stored. */
export type ImportedItemRow = {
  ordinal: number
  sourceText: string
  draft: { id: string; body: QuestionDraft; revision: number; discardedAtMs: number | null } | null
  /** `broughtBy` is the import that stored its first version; null when somebody finished a draft. */
  question: { id: string; title: string; broughtBy: string | null } | null
}

/** What became of it: a draft as it came, one that somebody has worked on, a question of the bank, or nothing any more. */
export type ImportedItem = { ordinal: number; title: string } & (
  | { state: 'draft' | 'edited'; draftId: string }
  | { state: 'finished'; questionId: string }
  | { state: 'gone' }
)

/** What became of the questions of an import, apart from those that it put into the bank itself. */
export function itemsOf(batchId: string, rows: readonly ImportedItemRow[]): ImportedItem[] {
  return rows.flatMap((row): ImportedItem[] => {
    const { ordinal, draft, question, sourceText } = row
    if (question)
      return question.broughtBy === batchId
        ? []
        : [{ ordinal, title: question.title, state: 'finished', questionId: question.id }]
    if (!draft || draft.discardedAtMs !== null)
      return [{ ordinal, title: firstLine(sourceText), state: 'gone' }]
    const words = draft.body.title || draft.body.prompt
    const title = words ? firstLine(words) : `Without a question: ${firstLine(sourceText)}`
    return [{ ordinal, title, state: draft.revision === 1 ? 'draft' : 'edited', draftId: draft.id }]
  })
}

const longestTitle = 120

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`
}

const words: Record<ImportedItem['state'], string> = {
  draft: 'Still to finish',
  edited: 'Worked on, still to finish: stays when the import is undone',
  finished: 'Finished, in the bank: stays when the import is undone',
  gone: 'Thrown away',
}

/** What became of a question, at the beginning of a line. */
export function itemWords({ state }: Pick<ImportedItem, 'state'>, isUndone: boolean): string {
  return isUndone ? (words[state].split(':')[0] ?? '') : words[state]
}
