import type { Block } from './block.ts'
import { isAdvice, splitSentences } from './wording.ts'

const often = 3

/**
 * Takes what tells how to answer out of what tells why somebody asks: a sentence such as “In your answer, …”, or one that
 * begins with the same words in most of the explanations.
 */
export function splitAdvice(blocks: readonly Block[]): Block[] {
  const counts = new Map<string, number>()
  const explained = blocks.filter(isExplained)
  for (const { parts } of explained) {
    const openings = new Set(laterSentences(parts.intent).map(({ text }) => openingOf(text)))
    for (const opening of openings) counts.set(opening, (counts.get(opening) ?? 0) + 1)
  }
  const isShared = (text: string) => {
    const count = counts.get(openingOf(text)) ?? 0
    return count >= often && 2 * count >= explained.length
  }
  return blocks.map((block) => {
    const { intent } = block.parts
    if (intent === null || !isExplained(block)) return block
    const at = laterSentences(intent).find(({ text }) => isAdvice(text) || isShared(text))?.at
    if (at === undefined) return block
    const parts = { intent: intent.slice(0, at).trim(), howToEvaluate: intent.slice(at).trim() }
    return { ...block, parts: { ...block.parts, ...parts } }
  })
}

function isExplained({ parts }: Block): boolean {
  return parts.intent !== null && parts.intent !== parts.evaluates && parts.howToEvaluate === null
}

function laterSentences(text: string | null): { text: string; at: number }[] {
  return splitSentences(text ?? '').slice(1)
}

function openingOf(sentence: string): string {
  return sentence.slice(0, 80).split(/\s+/, 3).join(' ').toLowerCase()
}
