import { columnUses, type ColumnUse } from './column-use.ts'
import {
  guessScale,
  listUsualFigures,
  readMissing,
  usualMissing,
  type KnownScale,
  type RoundScale,
} from './rating-value.ts'
import {
  guessReading,
  layouts,
  pairOrders,
  readAs,
  type KnownNames,
  type Layout,
  type PairOrder,
  type Reading,
} from './reading.ts'
import { tidy, type SheetRow } from './sheet.ts'

/** What the form of the preview says, as it was typed. */
export type RoundSettings = {
  name: string
  reading: Reading
  /** The id of a scale that the installation has; empty for one of its own. */
  scaleId: string
  least: string
  most: string
  /** One in each line: "3 Good". */
  labels: string
  /** Words that mean no rating, with commas between them. */
  missing: string
  /** `to` is "missing" or a level; empty while undecided. */
  settled: { word: string; to: string }[]
  twice: '' | 'first' | 'last'
  nameless: '' | 'leave' | 'above'
  isApart: boolean
  competencies: { name: string; weight: string; bar: string }[]
}

type Posted = Pick<FormData, 'get'>
export type Around = { known: KnownNames; scales: readonly KnownScale[] }

const mostParts = 1000

/** What to begin with: everything as it seems to be meant, nothing decided that the file leaves open. */
export function suggestSettings(
  rows: readonly SheetRow[],
  { known, scales }: Around,
  name: string,
): RoundSettings {
  const reading = guessReading(rows, known)
  const missing = usualMissing.join(', ')
  return {
    name,
    reading,
    missing,
    ...suggestScale(rows, reading, { scales, missing }),
    labels: '',
    settled: [],
    twice: '',
    nameless: '',
    isApart: false,
    competencies: [],
  }
}

function suggestScale(
  rows: readonly SheetRow[],
  { heads, uses }: Reading,
  { scales, missing }: { scales: readonly KnownScale[]; missing: string },
): Pick<RoundSettings, 'scaleId' | 'least' | 'most'> {
  const cells = rows.slice(heads).flatMap((row) => row.cells.filter((_, i) => uses[i] === 'rating'))
  const figures = listUsualFigures(cells)
  const lowest = Math.min(Infinity, ...figures)
  const highest = Math.max(1, ...figures)
  return {
    scaleId: guessScale(cells, scales, readMissing(missing)) ?? '',
    least: String(lowest >= 1 ? 1 : Math.floor(lowest)),
    most: String(usualTops.find((top) => top >= highest) ?? Math.ceil(highest)),
  }
}

const usualTops = [3, 4, 5, 7, 10, 20, 100]

/** What was posted; the columns are looked at anew when their layout was changed. */
export function readSettings(form: Posted, rows: readonly SheetRow[], { known }: Around): RoundSettings {
  const text = (name: string) => textOf(form.get(name))
  const heads = text('heads') === '0' ? 0 : text('heads') === '2' ? 2 : 1
  const layout: Layout = layouts.find((one) => one === text('layout')) ?? 'long'
  const order: PairOrder | undefined = pairOrders.find((one) => one === text('order'))
  const guessed = readAs(rows, { heads, layout, known })
  const isAsDrawn = text('drawn') === `${heads} ${layout}`
  const uses = guessed.uses.map(
    (use, i): ColumnUse => columnUses.find((one) => isAsDrawn && one === text(`use.${i}`)) ?? use,
  )
  return {
    name: tidy(text('name')),
    reading: { heads, layout, order: order ?? guessed.order, uses },
    scaleId: text('scaleId'),
    least: text('least'),
    most: text('most'),
    labels: text('labels'),
    missing: text('missing'),
    settled: listNumbered(text, ['word', 'to']).map(([word = '', to = '']) => ({ word, to })),
    twice: text('twice') === 'first' ? 'first' : text('twice') === 'last' ? 'last' : '',
    nameless: text('nameless') === 'leave' ? 'leave' : text('nameless') === 'above' ? 'above' : '',
    isApart: text('apart') !== '',
    competencies: listNumbered(text, ['competency', 'weight', 'bar']).map(
      ([name = '', weight = '', bar = '']) => ({ name, weight, bar }),
    ),
  }
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : ''
}

/** The fields `word.0`, `to.0`, `word.1`… as far as the first of them goes. */
function listNumbered(text: (name: string) => string, names: readonly [string, ...string[]]): string[][] {
  const found: string[][] = []
  for (let i = 0; i < mostParts && text(`${names[0]}.${i}`) !== ''; i++)
    found.push(names.map((name) => text(`${name}.${i}`)))
  return found
}

/** So many levels get a name and a share of their own; a wider scale is marked at five points. */
const mostLevels = 11
const marks = 5

/** The scale that the settings choose, or in words what is wrong with it, at its field. */
export function readScale(
  { scaleId, least, most, labels }: Pick<RoundSettings, 'scaleId' | 'least' | 'most' | 'labels'>,
  scales: readonly KnownScale[],
): { scale: RoundScale } | { field: 'least' | 'most' | 'labels'; problem: string } {
  const known = scales.find((scale) => scale.id === scaleId)
  if (known) return { scale: { levels: known.levels.map(({ value, label }) => ({ value, label })) } }
  const [low, high] = [readWhole(least), readWhole(most)]
  if (low === undefined) return { field: 'least', problem: 'Enter the lowest level as a whole number.' }
  if (high === undefined || high <= low)
    return { field: 'most', problem: 'Enter the highest level as a whole number above the lowest.' }
  const named = new Map<number, string>()
  for (const line of labels.split('\n').map(tidy).filter(Boolean)) {
    const [, value = '', label = ''] = /^(-?\d+)[\s.:=)–—-]+(.+)$/.exec(line) ?? []
    const level = readWhole(value)
    if (level === undefined || level < low || level > high)
      return {
        field: 'labels',
        problem: `“${line}” does not begin with a level from ${low} to ${high}. Write “${low} Poor”.`,
      }
    named.set(level, label.slice(0, 30))
  }
  const isFine = high - low < mostLevels
  const values = isFine
    ? Array.from({ length: high - low + 1 }, (_, i) => low + i)
    : Array.from({ length: marks }, (_, i) => low + ((high - low) * i) / (marks - 1))
  return { scale: { levels: values.map((value) => ({ value, label: named.get(value) ?? '' })) } }
}

function readWhole(text: string): number | undefined {
  return /^-?\d{1,4}$/.test(text) ? Number(text) : undefined
}
