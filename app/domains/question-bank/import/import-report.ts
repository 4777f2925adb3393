import type { AlikeItem } from './alike.ts'
import { documentWords } from './layout-words.ts'
import type { QuestionDocument, ReadItem } from './question-document.ts'

const width = 72

/** What a document holds, as lines for a terminal. */
export function reportImport(document: QuestionDocument, alike: readonly AlikeItem[]): string[] {
  const { layout, items, unrecognised } = document
  const nearest = new Map<number, AlikeItem>()
  for (const entry of alike) if (!nearest.has(entry.ordinal)) nearest.set(entry.ordinal, entry)
  const left = new Map<string, number>()
  for (const { reason } of unrecognised) left.set(reason, (left.get(reason) ?? 0) + 1)
  return [
    `${documentWords(layout)}: ${items.length} found, ${nearest.size} like one of the bank.`,
    ...items.flatMap((item) => ['', ...reportItem(item, nearest.get(item.ordinal))]),
    ...(left.size > 0 ? ['', 'Left out:'] : []),
    ...[...left].map(([reason, count]) => `${String(count).padStart(4)}  ${reason}`),
  ]
}

function reportItem(item: ReadItem, alike: AlikeItem | undefined): string[] {
  const { ordinal, prompt, difficulty, intent, sampleAnswer, confidence, unsure } = item
  const has = [
    difficulty ?? '',
    intent === null ? '' : 'intent',
    sampleAnswer === null ? '' : 'sample answer',
  ]
  const facts = [...has.filter((word) => word !== ''), `sure ${confidence.toFixed(2)}`].join(', ')
  return [
    `${String(ordinal).padStart(4)}  ${shorten(prompt ?? `(no question) ${sampleAnswer ?? ''}`)}`,
    `      ${facts}`,
    ...unsure.map((words) => `      Look: ${shorten(words)}`),
    ...(alike ? [`      Like ${alike.existingId} (${alike.score.toFixed(2)})`] : []),
  ]
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`
}
