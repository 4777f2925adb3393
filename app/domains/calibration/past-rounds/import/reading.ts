import { findUse, isNoteHeading, type ColumnUse } from './column-use.ts'
import { comparable, tidy, type SheetRow } from './sheet.ts'

/**
 * How the figures stand in the file. `long`: one in each row. `rows`: a row for each pair of a candidate and an interviewer, a column for
 * each competency. `pairs`: a row for each candidate, a column for each competency of each interviewer.
 */
export const layouts = ['long', 'rows', 'pairs'] as const
export type Layout = (typeof layouts)[number]

/** Which part of "API design / Ana" comes first. */
export const pairOrders = ['competency-first', 'interviewer-first'] as const
export type PairOrder = (typeof pairOrders)[number]

/** How a file is read: how many rows of headings it has, its layout, what each column is taken as. */
export type Reading = { heads: 0 | 1 | 2; layout: Layout; order: PairOrder; uses: ColumnUse[] }

/** Names that the installation knows, in the form that `comparable` gives. */
export type KnownNames = { people: ReadonlySet<string>; competencies: ReadonlySet<string> }

/** The heading of each column; two rows of headings make one with a stroke between, an empty cell above goes by the one to its left. */
export function readHeadings(rows: readonly SheetRow[], heads: Reading['heads']): string[] {
  const width = Math.max(0, ...rows.slice(0, Math.max(heads, 1)).map((row) => row.cells.length))
  let above = ''
  return Array.from({ length: width }, (_, i) => {
    if (heads === 0) return ''
    const upper = tidy(rows[0]?.cells[i] ?? '')
    if (heads === 1) return upper
    if (upper !== '') above = upper
    const lower = tidy(rows[1]?.cells[i] ?? '')
    if (lower === '') return upper
    return above === '' ? lower : `${above} / ${lower}`
  })
}

const separators = ['|', '/', ':', '–', '—', ' - ', '>']

/** The two parts of "API design / Ana", "Ana: API design" or "API design (Ana)". */
export function splitHeading(heading: string): { parts: [string, string]; mark: string } | undefined {
  for (const mark of separators) {
    const [first, second, ...more] = heading.split(mark).map(tidy)
    if (first && second && more.length === 0) return { parts: [first, second], mark }
  }
  const bracketed = /^([^()]+)\(([^()]+)\)$/.exec(heading)
  const [first, second] = [tidy(bracketed?.[1] ?? ''), tidy(bracketed?.[2] ?? '')]
  return first && second ? { parts: [first, second], mark: '(' } : undefined
}

/** How a file seems to be read, from its headings and what stands below them. */
export function guessReading(rows: readonly SheetRow[], known: KnownNames): Reading {
  const heads = guessHeads(rows)
  const headings = readHeadings(rows, heads)
  const uses = headings.map(findUse)
  const has = (use: ColumnUse) => uses.includes(use)
  const layout: Layout =
    has('candidate') && has('interviewer') && has('rating')
      ? 'long'
      : has('interviewer') || !headings.some((heading) => splitHeading(heading))
        ? 'rows'
        : 'pairs'
  return readAs(rows, { heads, layout, known })
}

/** What the columns seem to be when the layout is this one. */
export function readAs(
  rows: readonly SheetRow[],
  given: { heads: Reading['heads']; layout: Layout; known: KnownNames },
): Reading {
  const { heads, layout } = given
  const headings = readHeadings(rows, heads)
  const below = rows.slice(heads)
  const taken = new Set<ColumnUse>()
  const uses = headings.map((heading, i): ColumnUse => {
    const found = findUse(heading)
    const isOnce = found === 'candidate' || found === 'interviewer' || layout === 'long'
    if (found && isWanted(found, layout) && !(isOnce && taken.has(found))) {
      taken.add(found)
      return found
    }
    if (layout === 'long' || found === 'skip') return 'skip'
    return isNoteHeading(heading) || isProse(below, i) ? 'note' : 'rating'
  })
  const order = guessOrder(headings, given.known)
  return { heads, layout, order, uses: withNames(uses, layout) }
}

/** Where no heading names them, the first columns are taken as those who were rated and who rated. */
function withNames(uses: readonly ColumnUse[], layout: Layout): ColumnUse[] {
  const named = [...uses]
  for (const use of listNeeded(uses, layout)) {
    if (named.includes(use)) continue
    const free = named.findIndex((one) => one === 'rating' || one === 'skip')
    if (free >= 0) named[free] = use
  }
  return named
}

/** A competency is looked for only in a file without headings that we know. */
function listNeeded(uses: readonly ColumnUse[], layout: Layout): ColumnUse[] {
  if (layout === 'pairs') return ['candidate']
  if (layout === 'rows') return ['candidate', 'interviewer']
  const isUnnamed = uses.length > 3 && uses.every((use) => use === 'skip')
  return isUnnamed
    ? ['candidate', 'interviewer', 'competency', 'rating']
    : ['candidate', 'interviewer', 'rating']
}

function isWanted(use: ColumnUse, layout: Layout): boolean {
  if (layout === 'long') return true
  if (use === 'competency' || use === 'question' || use === 'rating') return false
  return use !== 'interviewer' || layout === 'rows'
}

const figure = /^[+-]?\d+([.,]\d+)?$/
const longWords = 40

/** Two rows when the first one has names over several columns each, none when it looks like what stands below it. */
function guessHeads(rows: readonly SheetRow[]): Reading['heads'] {
  const [first, second] = rows
  const upper = first?.cells ?? []
  const lower = second?.cells ?? []
  const isKnown = (cells: readonly string[]) => cells.some((cell) => findUse(cell) !== undefined)
  const figuresBelow = lower.some((cell) => figure.test(tidy(cell)))
  const labels = lower.slice(1).map(comparable).filter(Boolean)
  const isRepeated = new Set(labels).size < labels.length
  const gaps = upper.slice(1).filter((cell) => tidy(cell) === '').length
  if (!figuresBelow && gaps > 0 && isRepeated && rows.length > 2 && !isKnown(upper.slice(1))) return 2
  return !isKnown(upper) && upper.slice(1).some((cell) => figure.test(tidy(cell))) ? 0 : 1
}

/** Whether a column holds texts rather than figures or single words. */
function isProse(rows: readonly SheetRow[], column: number): boolean {
  const lengths = rows
    .map((row) => (row.cells[column] ?? '').length)
    .filter((length) => length > 0)
    .toSorted((a, b) => a - b)
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) > longWords
}

/** By names that the installation knows; else "Ana: API design" names the person first, and so do two rows of headings. */
function guessOrder(headings: readonly string[], known: KnownNames): PairOrder {
  const pairs = headings.flatMap((heading) => splitHeading(heading) ?? [])
  const score = ([first, second]: readonly [string, string]) =>
    Number(known.people.has(comparable(first))) +
    Number(known.competencies.has(comparable(second))) -
    Number(known.people.has(comparable(second))) -
    Number(known.competencies.has(comparable(first)))
  const total = pairs.reduce((sum, { parts }) => sum + score(parts), 0)
  if (total !== 0) return total > 0 ? 'interviewer-first' : 'competency-first'
  return pairs.some(({ mark }) => mark === ':') ? 'interviewer-first' : 'competency-first'
}
