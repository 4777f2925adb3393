import { questionKey } from './choose-reading.ts'
import type { Line } from './lines.ts'
import type { DocumentLayout, ReadItem, UnrecognisedPart } from './question-document.ts'
import { countPersons } from './wording.ts'

/** Whatever stands between the items, line by line put together where the reason is the same. */
export function listUnrecognised(
  text: string,
  lines: readonly Line[],
  { layout, items }: { layout: DocumentLayout; items: readonly ReadItem[] },
): UnrecognisedPart[] {
  const prompts = new Set(items.flatMap((item) => (item.prompt === null ? [] : [questionKey(item.prompt)])))
  const topics = new Set(items.map((item) => item.topic))
  const parts: UnrecognisedPart[] = []
  let next = 0
  let lastItem = -1
  for (const line of lines) {
    while (next < items.length && (items[next]?.span.end ?? 0) <= line.start) next++
    const item = items[next]
    if (item && item.span.start < line.end) continue
    const before = parts.at(-1)
    const isNear = before !== undefined && lastItem === next
    const place = next === 0 ? 'before' : next === items.length ? 'after' : 'between'
    const why =
      isNear && line.mark === 'rule'
        ? before
        : layout === 'answers'
          ? whyNoAnswer(line)
          : topics.has(line.text) || (layout === 'table' && place === 'before')
            ? heading
            : whyNoQuestion(line, prompts, place)
    if (isNear && before.reason === why.reason) before.span.end = line.end
    else {
      const { reason, isFurniture } = why
      parts.push({ text: '', span: { start: line.start, end: line.end }, reason, isFurniture })
    }
    lastItem = next
  }
  for (const part of parts) part.text = text.slice(part.span.start, part.span.end)
  return parts
}

type Why = Pick<UnrecognisedPart, 'reason' | 'isFurniture'>

const repeated: Why = { reason: 'Is repeated on the page and belongs to no question', isFurniture: true }
const contents: Why = { reason: 'A list of the questions that stand elsewhere with more', isFurniture: true }
const heading: Why = { reason: 'A heading', isFurniture: true }

const places = {
  before: 'Stands before the first question',
  between: 'Stands between the questions and belongs to none',
  after: 'Stands after the last question',
}

function whyNoQuestion(line: Line, prompts: ReadonlySet<string>, place: keyof typeof places): Why {
  if (line.isFurniture) return repeated
  if (prompts.has(questionKey(line.text))) return contents
  if (line.mark === 'heading') return heading
  if (line.isAsked)
    return { reason: 'Reads like a question, but not like the others of this document', isFurniture: false }
  return { reason: places[place], isFurniture: false }
}

function whyNoAnswer(line: Line): Why {
  if (line.isFurniture) return repeated
  if (line.mark === 'heading') return heading
  const { first, second } = countPersons(line.text)
  if (second > first)
    return { reason: 'Speaks to the reader: advice or advertising, not an answer', isFurniture: false }
  const reason = line.text.length < 160 ? 'Too short for an answer' : 'Does not read like an answer'
  return { reason, isFurniture: false }
}
