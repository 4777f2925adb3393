import { comparable } from './sheet.ts'

export type RoundScale = { levels: { value: number; label: string }[] }

/** What a cell for a rating says. `outside` is a figure below the lowest or above the highest level. */
export type CellValue =
  { kind: 'rated'; level: number } | { kind: 'missing' } | { kind: 'unknown' | 'outside' }

/** What counts as no rating unless somebody says otherwise. An empty cell always does. */
export const usualMissing = ['n/a', 'na', '-', '–', '—', 'none', 'not asked', 'not rated', 'no rating']

/** The words of a list with commas between them. */
export function readMissing(list: string): Set<string> {
  return new Set(list.split(',').map(comparable).filter(Boolean))
}

/** Reads a cell: a figure with a point or a comma, a label of the scale, or both together ("3 - Good"). */
export function readRatingCell(
  cell: string,
  rule: { scale: RoundScale; missing: ReadonlySet<string> },
): CellValue {
  const word = comparable(cell)
  if (word === '') return { kind: 'missing' }
  if (rule.missing.has(word)) return { kind: 'missing' }
  const { levels } = rule.scale
  const named = levels.find((level) => level.label !== '' && comparable(level.label) === word)
  if (named) return { kind: 'rated', level: named.value }
  const number = readNumber(word)
  if (number === undefined) {
    const both = levels.find((level) => isBoth(word, level))
    return both ? { kind: 'rated', level: both.value } : { kind: 'unknown' }
  }
  const values = levels.map((level) => level.value)
  return number < Math.min(...values) || number > Math.max(...values)
    ? { kind: 'outside' }
    : { kind: 'rated', level: number }
}

/** A figure with a point or a decimal comma; undefined for anything else. */
export function readNumber(word: string): number | undefined {
  return /^[+-]?\d+([.,]\d+)?$/.test(word) ? Number(word.replace(',', '.')) : undefined
}

function isBoth(word: string, level: RoundScale['levels'][number]): boolean {
  const label = comparable(level.label)
  if (label === '') return false
  const rest = word.startsWith(String(level.value))
    ? word.slice(String(level.value).length).replace(/^[\s.:=)–—-]+/, '')
    : word.replace(new RegExp(`\\s*\\(${level.value}\\)$`), '')
  return rest === label && rest !== word
}

export type KnownScale = RoundScale & { id: string; name: string }

/**
 * The scale that fits what stands in the cells: one whose labels are used, else the smallest that holds every figure.
 * @returns the id, or undefined when none fits
 */
export function guessScale(
  cells: readonly string[],
  scales: readonly KnownScale[],
  missing: ReadonlySet<string>,
): string | undefined {
  const numbers = listUsualFigures(cells)
  const words = [...new Set(cells.map(comparable))].filter((word) => {
    const figure = readNumber(word)
    return word !== '' && !missing.has(word) && (figure === undefined || numbers.includes(figure))
  })
  const readable = (scale: KnownScale) =>
    words.filter((word) => readRatingCell(word, { scale, missing }).kind === 'rated').length
  const fitting = scales.filter(
    ({ levels }) =>
      numbers.every((number) => number >= Math.min(...levels.map(({ value }) => value))) &&
      numbers.every((number) => number <= Math.max(...levels.map(({ value }) => value))),
  )
  const [best] = fitting.toSorted(
    (a, b) => readable(b) - readable(a) || a.levels.length - b.levels.length || (a.id < b.id ? -1 : 1),
  )
  return best && (words.length === 0 || readable(best) > 0) ? best.id : undefined
}

/** One figure in so many may be a slip of the hand. */
const slips = 50

/** The different figures in these cells; a highest one that stands alone, two or more above the next, is taken for a slip. */
export function listUsualFigures(cells: readonly string[]): number[] {
  const counts = new Map<number, number>()
  for (const cell of cells) {
    const figure = readNumber(comparable(cell))
    if (figure !== undefined) counts.set(figure, (counts.get(figure) ?? 0) + 1)
  }
  const [top, next, ...lower] = [...counts.keys()].sort((a, b) => b - a)
  if (top === undefined || next === undefined) return [...counts.keys()]
  const isSlip =
    lower.length > 0 && top - next >= 2 && (counts.get(top) ?? 0) <= Math.max(1, cells.length / slips)
  return isSlip ? [next, ...lower] : [top, next, ...lower]
}
