import { findField, type Field } from './vocabulary.ts'
import { isAsked, isReasonForAsking } from './wording.ts'

/** How a line is marked: a heading (7: a line in bold), an item of a list, or nothing but signs. */
export type Mark = 'heading' | 'number' | 'bullet' | 'rule' | 'none'

/** A line that is not empty, with what a fixed width broke put together again. */
export type Line = {
  mark: Mark
  /** The level of a heading, from 1 to 7. */
  level: number
  /** The number in front of it. */
  number: number | null
  /** Without its marks. */
  text: string
  start: number
  end: number
  indent: number
  isAfterBlank: boolean
  /** `Difficulty: hard`, or `Difficulty` alone. */
  label: { field: Field; value: string } | null
  /** It can be asked as it stands. */
  isAsked: boolean
  /** It says why a question is asked. */
  isReason: boolean
  /** The same words stand again and again and belong to no question. */
  isFurniture: boolean
}

/** More lines than any document of questions has; a longer one is not read. */
export const mostLines = 30_000

type Raw = { start: number; end: number; indent: number; isAfterBlank: boolean }

/** Where each line that is not empty begins and ends, its blanks left out. */
function listRawLines(text: string): Raw[] {
  const raw: Raw[] = []
  let isAfterBlank = true
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length && raw.length <= mostLines) {
    let stop = at
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++
    let start = at
    while (start < stop && isBlank(text.charCodeAt(start))) start++
    let end = stop
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (start < end) raw.push({ start, end, indent: start - at, isAfterBlank })
    isAfterBlank = start >= end
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
  return raw
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12 || code === 0xa0 || code === 0x3000
}

const heading = /^(#{1,6})[ \t]+/
const quoteMark = /^>[ \t]?/
const bullet = /^[-*+•–—·◦▪‣●○■□➤►✓][ \t]+(?:\[[ xX]\][ \t]+)?/u
const number = /^\(?(\d{1,3})(?:[.)、．](?!\d)|[:\]][ \t]|[ \t][-–—][ \t])[ \t]*/u
const longestRule = 300
const onlySigns = /^[\p{P}\p{S}\s]+$/u
const underline = /^(?:={3,}|-{3,})$/

const plain = { isAsked: false, isReason: false, isFurniture: false } as const

function readLine(text: string, raw: Raw): Line {
  let rest = text.slice(raw.start, raw.end)
  if (rest.length <= longestRule && onlySigns.test(rest))
    return { ...raw, ...plain, mark: 'rule', level: 0, number: null, text: rest, label: null }
  rest = rest.replace(quoteMark, '')
  let mark: Mark = 'none'
  let level = 0
  const hashes = heading.exec(rest)?.[1]
  if (hashes) {
    mark = 'heading'
    level = hashes.length
    rest = withoutClosingHashes(rest.slice(hashes.length).trim())
  } else if (bullet.test(rest) && !isBold(rest)) {
    mark = 'bullet'
    rest = rest.replace(bullet, '')
  }
  if (mark !== 'bullet' && isBold(rest)) {
    rest = rest.slice(2, -2).trim()
    if (mark === 'none') {
      mark = 'heading'
      level = 7
    }
  }
  const numbered = mark === 'bullet' ? null : number.exec(rest)
  if (numbered) {
    rest = rest.slice(numbered[0].length)
    if (mark === 'none' || level === 7) mark = 'number'
  }
  return {
    ...raw,
    mark,
    level: mark === 'heading' ? level : 0,
    number: numbered ? Number(numbered[1]) : null,
    text: rest,
    label: findLabel(rest),
    isAsked: isAsked(rest),
    isReason: isReasonForAsking(rest),
    isFurniture: false,
  }
}

function withoutClosingHashes(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 35) end--
  return end < text.length && end > 0 && text[end - 1] === ' ' ? text.slice(0, end).trim() : text
}

function isBold(text: string): boolean {
  const mark = text.slice(0, 2)
  if (text.length < 5 || text.length > 600 || (mark !== '**' && mark !== '__') || !text.endsWith(mark))
    return false
  return !text.slice(2, -2).includes(mark)
}

const letterLabel = /^([QA])[.)][ \t]+/i
const longestLabel = 60

/** The label that a line begins with or consists of. */
export function findLabel(text: string): Line['label'] {
  const letter = letterLabel.exec(text)
  if (letter?.[1]) {
    const field: Field = letter[1].toLowerCase() === 'q' ? 'question' : 'answer'
    return { field, value: text.slice(letter[0].length).trim() }
  }
  const split = splitLabel(text)
  const field = split ? findField(split.words) : text.length <= longestLabel ? findField(text) : undefined
  return field ? { field, value: split?.value ?? '' } : null
}

/** `Anything: the rest`, with or without the marks of bold text around the first part. */
export function splitLabel(text: string): { words: string; value: string } | undefined {
  const head = text.slice(0, longestLabel)
  const at = head.search(/[:：]/)
  if (at < 1) return undefined
  const value = text.slice(at + 1).replace(/^[*_]{1,3}/, '')
  if (value !== '' && !/^\s/.test(value) && head[at] === ':') return undefined
  return { words: head.slice(0, at).replace(/^[*_]{1,3}/, ''), value: value.trim() }
}

/**
 * The lines of a document.
 * @returns undefined when there are more than `mostLines`
 */
export function listLines(text: string): Line[] | undefined {
  const lines: Line[] = []
  const joined = new Set<Line>()
  const raws = listRawLines(text)
  if (raws.length > mostLines) return undefined
  const width = findWidth(text, raws)
  for (const raw of raws) {
    const line = readLine(text, raw)
    const before = lines.at(-1)
    if (
      before &&
      line.mark === 'rule' &&
      !raw.isAfterBlank &&
      isUnderlined(before, text.slice(raw.start, raw.end))
    ) {
      before.mark = 'heading'
      before.level = text[raw.start] === '=' ? 1 : 2
      before.end = raw.end
    } else if (before && continues(before, line, text, width)) {
      before.text += ` ${line.text}`
      before.end = line.end
      joined.add(before)
      if (before.label) before.label.value += ` ${line.text}`
    } else lines.push(line)
  }
  for (const line of joined) line.isAsked = isAsked(line.text)
  return lines
}

function isUnderlined(line: Line, rule: string): boolean {
  return line.mark === 'none' && line.isAfterBlank && line.end - line.start <= 200 && underline.test(rule)
}

const endsSentence = /[.!?。？！؟:;][*_"”’»)\]]*$/u

function continues(before: Line, line: Line, text: string, width: number): boolean {
  if (line.isAfterBlank || line.mark !== 'none' || line.label || before.label?.value === '') return false
  if (line.text.startsWith('|')) return false
  if (
    before.mark === 'rule' ||
    before.mark === 'heading' ||
    endsSentence.test(text.slice(before.end - 8, before.end))
  )
    return false
  const isItem = before.mark === 'number' || before.mark === 'bullet'
  if (isItem && line.indent > before.indent) return true
  return width > 0 && isForced(text, before.end, line, width)
}

/** Whether the first word of a line would not have fitted on the one before. */
function isForced(
  text: string,
  endBefore: number,
  line: Pick<Line, 'start' | 'end'>,
  width: number,
): boolean {
  let begin = endBefore
  while (begin > 0 && endBefore - begin <= width && !isBreak(text.charCodeAt(begin - 1))) begin--
  let wordEnd = line.start
  while (wordEnd < line.end && !isBlank(text.charCodeAt(wordEnd))) wordEnd++
  return endBefore - begin + 1 + (wordEnd - line.start) > width
}

/** The width at which somebody's editor broke the lines of this text; 0 when its lines end where they mean to. */
function findWidth(text: string, raws: readonly Raw[]): number {
  let width = 0
  for (const raw of raws) width = Math.max(width, raw.end - raw.start + raw.indent)
  if (width < 50 || width > 120) return 0
  let pairs = 0
  let forced = 0
  raws.forEach((raw, i) => {
    const before = raws[i - 1]
    if (
      !before ||
      raw.isAfterBlank ||
      /^(?:[-*+•#>|]|\d{1,3}[.)])/u.test(text.slice(raw.start, raw.start + 5))
    )
      return
    pairs++
    if (isForced(text, before.end, raw, width)) forced++
  })
  return pairs >= 3 && forced >= 0.7 * pairs ? width : 0
}
