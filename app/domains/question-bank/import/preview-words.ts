import type { ImportPreview } from './import-preview.ts'

export type PreviewCounts = {
  items: number
  taken: number
  withoutQuestion: number
  unsure: number
  alike: number
  earlier: number
  parts: number
}

/** How much of a document was understood. */
export function countPreview({ rows }: ImportPreview): PreviewCounts {
  const items = rows.filter((row) => row.kind === 'item')
  return {
    items: items.length,
    taken: rows.filter((row) => row.choice.isTaken).length,
    withoutQuestion: items.filter((row) => row.choice.prompt === '').length,
    unsure: items.filter((row) => row.unsure.length > 0).length,
    alike: items.filter((row) => row.isKnown).length,
    earlier: items.filter((row) => row.earlier !== null).length,
    parts: rows.filter((row) => row.kind === 'part' && !row.isFurniture).length,
  }
}

/** The counts as sentences. */
export function previewWords(counts: PreviewCounts): string {
  const { items, withoutQuestion, unsure, alike, earlier, parts } = counts
  if (items === 0) return 'No question was found.'
  const sentences = [
    `${items} found${withoutQuestion > 0 ? `, ${withoutQuestion} of them without the question` : ''}.`,
    unsure > 0 ? `${count(unsure)} to look at closely.` : '',
    alike > 0 ? `${count(alike)} left out for now: the bank asks the same.` : '',
    earlier > 0 ? `${count(earlier)} left out for now: an earlier import brought the same.` : '',
    parts > 0 ? `${parts === 1 ? 'One part was' : `${parts} parts were`} not recognised.` : '',
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function count(number: number): string {
  return number === 1 ? 'One' : String(number)
}
