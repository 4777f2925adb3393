import { readBlock, type Block } from './block.ts'
import type { Line } from './lines.ts'
import { noParts } from './question-document.ts'
import type { Reading } from './readings.ts'
import { countPersons, findQuotedQuestion, isToldInStages, splitSentences, tidy } from './wording.ts'

const shortestAnswer = 160
/** Scripts without spaces say as much in fewer signs. */
const shortestDenseAnswer = 60
const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** Reads a document whose questions are missing: each answer is a text that somebody tells of themselves, or a definition. */
export function readAnswers(lines: readonly Line[]): Reading {
  const named = lines.filter((line) => line.label?.field === 'answer').length
  return { layout: 'answers', blocks: named >= 2 ? cutAtAnswerLabels(lines) : listTold(lines) }
}

function cutAtAnswerLabels(lines: readonly Line[]): Block[] {
  const groups: [Line, ...Line[]][] = []
  let open = false
  for (const line of lines) {
    if (line.label?.field === 'answer') {
      groups.push([line])
      open = true
    } else if (line.label || line.mark === 'heading' || line.isAsked) open = false
    else if (open) groups.at(-1)?.push(line)
  }
  return groups.map((group) => readBlock(group, null))
}

function listTold(lines: readonly Line[]): Block[] {
  const lengths = lines.filter(isTold).map((line) => line.text.length)
  const usual = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0
  return lines.flatMap((line, i): Block[] => {
    const told = isTold(line)
    if (!told && !isDefinition(line, usual)) return []
    const above = lines[i - 1]
    // An answer that ends by asking something back is an answer still.
    const isFree = above && !isTold(above) && !isDefinition(above, usual)
    const prompt = isFree ? promptOf(above) : null
    const start = above && prompt !== null ? above.start : line.start
    return [
      {
        parts: { ...noParts, prompt, sampleAnswer: tidy(line.text) },
        span: { start, end: line.end },
        guesses: told ? [] : ['Reads like a definition: is it an answer?'],
        number: null,
        complete: null,
        swallowed: 0,
      },
    ]
  })
}

/** The question that stands right above an answer, alone or in quotation marks behind an instruction. */
function promptOf(line: Line): string | null {
  if (line.isFurniture) return null
  return findQuotedQuestion(line.text) ?? (line.isAsked ? tidy(line.text) : null)
}

function isLong(line: Line): boolean {
  if (line.isFurniture || line.label || line.mark === 'rule' || line.mark === 'heading') return false
  const least = denseScript.test(line.text.slice(0, 50)) ? shortestDenseAnswer : shortestAnswer
  return line.text.length >= least
}

function isTold(line: Line): boolean {
  if (!isLong(line)) return false
  if (isToldInStages(line.text)) return true
  const { first, second } = countPersons(line.text)
  return first > 0 && first >= second
}

/** A text as long as the other answers that explains something and speaks to nobody. */
function isDefinition(line: Line, usual: number): boolean {
  if (!isLong(line) || line.isReason || usual === 0 || line.text.length < 0.6 * usual) return false
  const { first, second } = countPersons(line.text)
  return first === 0 && second === 0 && splitSentences(line.text.slice(0, 4000)).length >= 3
}
