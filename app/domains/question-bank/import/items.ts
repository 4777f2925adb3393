import type { Block } from './block.ts'
import { questionKey } from './choose-reading.ts'
import type { DocumentLayout, ReadItem } from './question-document.ts'
import { isAsked } from './wording.ts'

/** How sure a layout makes the reader, before an item says otherwise. */
const sureness: Record<DocumentLayout, number> = {
  numbered: 0.97,
  explained: 0.95,
  headings: 0.95,
  list: 0.9,
  lines: 0.8,
  answers: 0.7,
  table: 0.97,
  json: 0.97,
  bank: 1,
  nothing: 0,
}

/** The longest prompt that the bank takes. */
const longestPrompt = 500

/** The blocks of a document as items: counted, compared with one another, with what a person should look at. */
export function toItems(
  text: string,
  { layout, blocks }: { layout: DocumentLayout; blocks: readonly Block[] },
): ReadItem[] {
  const mostAnswered =
    5 * blocks.filter(({ parts }) => parts.sampleAnswer !== null).length >= 3 * blocks.length
  const seen = new Map<string, number>()
  return blocks.map((block, i) => {
    const { parts, span, complete } = block
    const unsure = [...block.guesses]
    let confidence = sureness[layout] - 0.15 * block.guesses.length
    if (parts.prompt === null) {
      unsure.unshift('The question is missing: write what this answers')
      confidence *= 0.6
    } else {
      const key = questionKey(parts.prompt)
      const same = seen.get(key)
      seen.set(key, same ?? i + 1)
      if (same !== undefined) unsure.push(`The same question is number ${same}`)
      if (complete === null && !isAsked(parts.prompt)) {
        unsure.push('It does not read like a question')
        confidence *= 0.6
      }
      if (parts.prompt.length > longestPrompt)
        unsure.push(`It has ${parts.prompt.length} characters: a question may have ${longestPrompt}`)
    }
    if (complete === null && parts.sampleAnswer === null && mostAnswered) {
      unsure.push('It has no sample answer, though most of the others have one')
      confidence -= 0.1
    }
    const gap = gapBefore(blocks, i)
    if (gap) unsure.push(gap)
    return {
      ...parts,
      ordinal: i + 1,
      confidence: twoDigits(confidence),
      unsure,
      span,
      text: text.slice(span.start, span.end),
      complete,
    }
  })
}

/** A number of the document that was jumped over. */
function gapBefore(blocks: readonly Block[], i: number): string | undefined {
  const here = blocks[i]?.number ?? null
  const before = blocks[i - 1]?.number ?? null
  if (here === null || before === null || here <= before + 1) return undefined
  return `The document numbers it ${here}, after ${before}: is one missing?`
}

function twoDigits(value: number): number {
  return Math.round(100 * Math.min(1, Math.max(0.05, value))) / 100
}
