// Tables of thousands of alike rows, small on the wire and quick to compress: a property of all rows is one column, figures that are
// all the same stand there once, and texts are written once.

type Plain = Record<string, unknown>

/** Values of one kind. Numbers, places and lengths that are all the same stand there once. */
type Column =
  | { holds: 'nothing'; value: null | boolean }
  | { holds: 'numbers'; numbers: number[] }
  /** The place of each among all texts. */
  | { holds: 'texts'; places: number[] }
  /** What is in all of the lists, in one column. */
  | { holds: 'lists'; lengths: number[]; items: Column }
  | { holds: 'objects'; names: string[]; columns: Column[] }
  /** For each value the column that has it. */
  | { holds: 'kinds'; of: number[]; columns: Column[] }

/**
 * Writes plain data (objects, lists, texts, numbers, true, false and null) so that nothing is repeated.
 * @param decimals what numbers are rounded to
 */
export function pack(value: unknown, decimals: number): string {
  const texts = new Map<string, number>()
  const power = 10 ** decimals

  const write = (values: unknown[]): Column => {
    const { of, parts } = partByKind(values)
    const columns = parts.map(writeAlike)
    return columns[0] && columns.length === 1 ? columns[0] : { holds: 'kinds', of, columns }
  }
  const writeAlike = (values: unknown[]): Column => {
    if (areNumbers(values))
      return {
        holds: 'numbers',
        numbers: onceIfSame(values.map((one) => Math.round(one * power) / power + 0)),
      }
    if (areTexts(values))
      return { holds: 'texts', places: onceIfSame(values.map((one) => placeOf(texts, one))) }
    if (areLists(values))
      return {
        holds: 'lists',
        lengths: onceIfSame(values.map((one) => one.length)),
        items: write(values.flat()),
      }
    if (areObjects(values)) {
      const names = namesOf(values[0])
      return { holds: 'objects', names, columns: names.map((name) => write(values.map((one) => one[name]))) }
    }
    const [first] = values
    return { holds: 'nothing', value: typeof first === 'boolean' ? first : null }
  }
  const column = write([value])
  return JSON.stringify({ texts: [...texts.keys()], column })
}

/** Reads what `pack` wrote. @returns data of the type that was packed, which the caller names */
export function unpack(packed: string): unknown {
  const { texts, column }: { texts: string[]; column: Column } = JSON.parse(packed)

  const read = (one: Column, count: number): unknown[] => {
    switch (one.holds) {
      case 'nothing':
        return Array<unknown>(count).fill(one.value)
      case 'numbers':
        return repeat(one.numbers, count)
      case 'texts':
        return repeat(one.places, count).map((place) => texts[place])
      case 'lists': {
        const lengths = repeat(one.lengths, count)
        const items = read(one.items, sumOf(lengths))
        let at = 0
        return lengths.map((length) => items.slice(at, (at += length)))
      }
      case 'objects': {
        const columns = one.columns.map((own) => read(own, count))
        return Array.from({ length: count }, (_, row) => {
          const found: Plain = {}
          for (let i = 0; i < columns.length; i++) found[one.names[i] ?? ''] = columns[i]?.[row]
          return found
        })
      }
      case 'kinds': {
        const counts = one.columns.map((_, kind) => one.of.reduce((sum, of) => sum + Number(of === kind), 0))
        const left = one.columns.map((own, kind) => read(own, counts[kind] ?? 0).values())
        return one.of.map((kind) => left[kind]?.next().value)
      }
    }
  }
  return read(column, 1)[0]
}

/** Parts the values by kind; objects by the names of what they have. @returns for each value its part, and the parts */
function partByKind(values: unknown[]): { of: number[]; parts: unknown[][] } {
  const places = new Map<string, number>()
  const parts: unknown[][] = []
  const of = values.map((value) => {
    const place = placeOf(places, kindOf(value))
    ;(parts[place] ??= []).push(value)
    return place
  })
  return { of, parts }
}

function kindOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === true ? 'true' : typeof value
  return Array.isArray(value) ? 'list' : JSON.stringify(namesOf(value))
}

/** A property without a value is none. */
function namesOf(value: object | undefined): string[] {
  return Object.entries(value ?? {}).flatMap(([name, own]) => (own === undefined ? [] : [name]))
}

// Values of one part are of one kind, so that the first tells for all.
const areNumbers = (values: unknown[]): values is number[] => typeof values[0] === 'number'
const areTexts = (values: unknown[]): values is string[] => typeof values[0] === 'string'
const areLists = (values: unknown[]): values is unknown[][] => Array.isArray(values[0])
const areObjects = (values: unknown[]): values is Plain[] =>
  typeof values[0] === 'object' && values[0] !== null

function placeOf(places: Map<string, number>, key: string): number {
  const known = places.get(key)
  if (known === undefined) places.set(key, places.size)
  return known ?? places.size - 1
}

function onceIfSame(figures: number[]): number[] {
  return figures.every((one) => one === figures[0]) ? figures.slice(0, 1) : figures
}

function repeat(figures: number[], count: number): number[] {
  const [only = 0] = figures
  return figures.length === 1 ? Array<number>(count).fill(only) : figures
}

function sumOf(lengths: number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0)
}
