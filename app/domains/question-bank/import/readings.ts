import { splitAdvice } from './advice.ts'
import { readBlock, type Block } from './block.ts'
import { readMarkdownTables } from './markdown-tables.ts'
import type { Line } from './lines.ts'
import type { DocumentLayout } from './question-document.ts'
import type { Field } from './vocabulary.ts'

/** One way to read a document: which lines belong to questions. */
export type Reading = { layout: DocumentLayout; blocks: Block[] }

/** Where questions begin, and the lines that end one without beginning another. */
type Cuts = { starts: ReadonlySet<number>; stops?: ReadonlySet<number> }

/** Every way in which the lines can be read as questions with what stands below them. */
export function listReadings(lines: readonly Line[]): Reading[] {
  const headings = cutAtHeadings(lines)
  return [
    { layout: 'table', blocks: readMarkdownTables(lines) },
    { layout: 'numbered', blocks: readCuts(lines, cutAtLabels(lines)) },
    { layout: 'explained', blocks: readCuts(lines, cutAboveReasons(lines)) },
    ...headings.map((cuts): Reading => ({ layout: 'headings', blocks: readCuts(lines, cuts) })),
    { layout: 'list', blocks: readCuts(lines, cutAtItems(lines, 'number')) },
    { layout: 'list', blocks: readCuts(lines, cutAtItems(lines, 'bullet')) },
    { layout: 'lines', blocks: readCuts(lines, cutAtAsked(lines)) },
  ]
}

function readCuts(lines: readonly Line[], { starts, stops }: Cuts): Block[] {
  const groups: { lines: [Line, ...Line[]]; topic: string | null }[] = []
  let topic: string | null = null
  let open = false
  lines.forEach((line, i) => {
    const group = groups.at(-1)
    if (starts.has(i)) {
      const title = group && open ? takeTitle(group.lines) : undefined
      if (title) topic = title.text
      groups.push({ lines: [line], topic })
      open = true
    } else if (stops?.has(i)) {
      if (line.mark === 'heading') topic = line.text
      open = false
    } else if (open && group) group.lines.push(line)
    else if (isTitle(line)) topic = line.text
  })
  trimLast(groups.map((group) => group.lines))
  // What stands above all of them is the name of the document.
  const isSame = groups.every((group) => group.topic === groups[0]?.topic)
  return splitAdvice(groups.map((group) => readBlock(group.lines, isSame ? null : group.topic)))
}

/** A short line without an end that stands above the next questions, such as the name of a category. */
function isTitle(line: Line): boolean {
  if (line.label || line.isAsked || line.isFurniture || line.mark === 'rule' || line.mark === 'bullet')
    return false
  return line.text.length <= 70 && !/[.!?;,…。][”"»)]*$/u.test(line.text)
}

function takeTitle(lines: [Line, ...Line[]]): Line | undefined {
  const last = lines.at(-1)
  const before = lines.at(-2)
  if (!last || !before || !last.isAfterBlank || !isTitle(last)) return undefined
  if (before.label?.value === '') return undefined
  lines.pop()
  return last
}

/**
 * What follows the last question is no part of it when no other question has as much. A named part may be longer than the
 * others, unless all the others are built alike.
 */
function trimLast(groups: readonly Line[][]): void {
  const last = groups.at(-1)
  if (!last || groups.length < 2) return
  const counts = groups.slice(0, -1).map(countContent)
  const most = counts.reduce((all, count) => Math.max(all, count), 0)
  const isUniform = counts.length >= 2 && counts.every((count) => count === most)
  if (!isUniform && last.slice(1).some((line) => line.label)) return
  while (last.length > 1 && countContent(last) > most) last.pop()
}

function countContent(lines: readonly Line[]): number {
  return lines.filter((line) => line.mark !== 'rule' && !line.isFurniture).length
}

const leading: ReadonlySet<Field> = new Set(['difficulty', 'kind', 'topic', 'other'])

/** “Question 3”, “Q:”; or what always stands above it: its title, its category. */
function cutAtLabels(lines: readonly Line[]): Cuts {
  const asked = lines.flatMap((line, i) => (line.label?.field === 'question' ? [i] : []))
  const above = asked.map((at) => {
    let i = at
    while (i > 0 && isLeading(lines[i - 1])) i--
    return i
  })
  const isLed = above[0] !== asked[0] && 1.6 * above.filter((at, i) => at !== asked[i]).length >= asked.length
  return { starts: new Set(isLed ? above : asked) }
}

function isLeading(line: Line | undefined): boolean {
  if (!line || line.isFurniture) return false
  if (line.label) return leading.has(line.label.field) && line.label.value !== ''
  return line.mark === 'heading'
}

/** The line above an explanation; without one, the line above an answer. */
function cutAboveReasons(lines: readonly Line[]): Cuts {
  const starts = new Set<number>()
  let isAnswered = true
  let lastUsed = -1
  lines.forEach((line, i) => {
    const isReason = line.label ? line.label.field === 'intent' : line.isReason
    const isAnswer = line.label?.field === 'answer'
    if (!isReason && !isAnswer) return
    if (isReason || isAnswered) {
      const at = findQuestionAbove(lines, i, lastUsed)
      if (at !== undefined) starts.add(at)
    }
    isAnswered = isAnswer
    lastUsed = i
  })
  return { starts }
}

function findQuestionAbove(lines: readonly Line[], below: number, after: number): number | undefined {
  let nearest: number | undefined
  for (let i = below - 1; i > after && i >= below - 6; i--) {
    const line = lines[i]
    if (!line || line.mark === 'rule' || line.isFurniture) continue
    if (line.label && line.label.field !== 'question') continue
    if (line.isAsked) return i
    nearest ??= i
  }
  return nearest
}

/** Headings of one level, for each level that could hold the questions. */
function cutAtHeadings(lines: readonly Line[]): Cuts[] {
  const levels = new Set(lines.filter(isOwnHeading).map((line) => line.level))
  return [...levels].map((level) => {
    const at = lines.flatMap((line, i) => (isOwnHeading(line) && line.level === level ? [i] : []))
    const all = new Set(at)
    const good = at.filter((i) => isQuestionHeading(lines, i))
    // Where most headings hold a question, the others are an introduction or a conclusion.
    const starts = 1.6 * good.length >= at.length && good.length > 1 ? new Set(good) : all
    const stops = new Set(
      lines.flatMap((line, i) => (isOwnHeading(line) && line.level <= level && !starts.has(i) ? [i] : [])),
    )
    return { starts, stops }
  })
}

function isOwnHeading(line: Line): boolean {
  return line.mark === 'heading' && !line.isFurniture && (!line.label || line.label.field === 'question')
}

/** Whether a heading is asked, numbered, or has a named part below it before the next one. */
function isQuestionHeading(lines: readonly Line[], at: number): boolean {
  const heading = lines[at]
  if (!heading) return false
  if (heading.isAsked || heading.label || heading.number !== null) return true
  for (let i = at + 1; i < lines.length && i < at + 40; i++) {
    const line = lines[i]
    if (!line || (isOwnHeading(line) && line.level <= heading.level)) return false
    if (line.label) return true
  }
  return false
}

/** The outermost items of numbered or bulleted lists that no label claims. */
function cutAtItems(lines: readonly Line[], mark: 'number' | 'bullet'): Cuts {
  let claimed = false
  const items = lines.flatMap((line, i) => {
    if (line.mark !== mark)
      claimed = line.label !== null && line.label.field !== 'question' && !leading.has(line.label.field)
    return line.mark === mark && !claimed ? [i] : []
  })
  const indent = items.reduce((least, i) => Math.min(least, lines[i]?.indent ?? 0), Infinity)
  const starts = new Set(items.filter((i) => (lines[i]?.indent ?? 0) <= indent + 1))
  return { starts, stops: new Set(lines.flatMap((line, i) => (isOwnHeading(line) ? [i] : []))) }
}

/** Every line that can be asked as it stands. */
function cutAtAsked(lines: readonly Line[]): Cuts {
  return {
    starts: new Set(
      lines.flatMap((line, i) =>
        line.isAsked && !line.isFurniture && !line.isReason && !line.label ? [i] : [],
      ),
    ),
    stops: new Set(lines.flatMap((line, i) => (isOwnHeading(line) && !line.isAsked ? [i] : []))),
  }
}
