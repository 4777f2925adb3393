import { readAnswers } from './answers.ts'
import type { Block } from './block.ts'
import type { Line } from './lines.ts'
import { listReadings, type Reading } from './readings.ts'
import { isAsked } from './wording.ts'

/**
 * The way of reading that explains most of the document: its questions are asked, have parts that are named, and no
 * question is left over.
 * @returns undefined when nothing in it reads like a question or an answer
 */
export function chooseReading(lines: readonly Line[]): Reading | undefined {
  const askedLines = lines.filter((line) => line.isAsked && !line.isFurniture && !line.isReason)
  let best: Reading | undefined
  let most = 0
  for (const reading of [...listReadings(lines), readAnswers(lines)]) {
    const blocks = leaveOutRepeats(reading.blocks.filter(saysSomething))
    const score = scoreOf({ layout: reading.layout, blocks }, askedLines)
    if (score > most + 1e-9) {
      most = score
      best = { layout: reading.layout, blocks }
    }
  }
  return best
}

/** The words of a question, to see whether another says the same. */
export function questionKey(prompt: string): string {
  return prompt
    .slice(0, 1000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** A list of contents names the questions that stand below with more: only those below count. */
function leaveOutRepeats(blocks: readonly Block[]): Block[] {
  const full = new Set(
    blocks.flatMap(({ parts }) => (isBare(parts) ? [] : [questionKey(parts.prompt ?? '')])),
  )
  return blocks.filter(({ parts }) => !isBare(parts) || !full.has(questionKey(parts.prompt ?? '')))
}

/** No question is as long as this: a text without breaks that was taken for one. */
const longestQuestion = 5000

function saysSomething({ parts }: Block): boolean {
  const { prompt, sampleAnswer } = parts
  return prompt === null ? sampleAnswer !== null : prompt.length <= longestQuestion
}

function isBare(parts: Block['parts']): boolean {
  return (
    parts.prompt !== null && parts.intent === null && parts.sampleAnswer === null && parts.difficulty === null
  )
}

function scoreOf({ layout, blocks }: Reading, askedLines: readonly Line[]): number {
  let score = 0
  for (const block of blocks) score += scoreOfBlock(block, layout === 'answers')
  const prompts = new Set(blocks.map(({ parts }) => questionKey(parts.prompt ?? '')))
  let i = 0
  for (const line of askedLines) {
    if (prompts.has(questionKey(line.label?.value || line.text))) continue
    while (i < blocks.length && (blocks[i]?.span.end ?? 0) <= line.start) i++
    const block = blocks[i]
    const isInside = block !== undefined && block.span.start <= line.start
    if (!isInside) score -= 1
    else if (!isPartOf(block, line)) score -= 0.5
  }
  return score
}

function isPartOf({ parts }: Block, line: Line): boolean {
  const words = line.text.slice(0, 60)
  return [parts.prompt, parts.sampleAnswer, ...parts.probes].some((text) => text?.includes(words))
}

function scoreOfBlock({ parts, guesses, number, swallowed }: Block, isAnswer: boolean): number {
  if (isAnswer) return parts.sampleAnswer === null ? -0.5 : 0.9 - 0.2 * guesses.length
  const isMarked = number !== null || parts.sampleAnswer !== null || parts.difficulty !== null
  const asked = parts.prompt === null ? -0.5 : isAsked(parts.prompt) ? 1 : isMarked ? 0.3 : -0.5
  const named = [parts.intent, parts.sampleAnswer, parts.difficulty].filter((part) => part !== null).length
  return asked + 0.35 * named - 0.2 * guesses.length - swallowed
}
