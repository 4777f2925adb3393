// Tables of thousands of alike rows, small on the wire: names of properties and texts once, then figures.
// A list begins with -1, an object with the place of its names; a text is its place among texts, in base 36.

type Packed = number | string | boolean | null | Packed[]

const list = -1

/**
 * Writes plain data (objects, lists, texts, numbers, true, false and null) so that nothing is repeated.
 * @param decimals what numbers are rounded to
 */
export function pack(value: unknown, decimals: number): string {
  const [shapes, texts] = [new Map<string, number>(), new Map<string, number>()]
  const power = 10 ** decimals
  const placeOf = (places: Map<string, number>, key: string): number => {
    const known = places.get(key)
    if (known === undefined) places.set(key, places.size)
    return known ?? places.size - 1
  }
  const write = (one: unknown): Packed => {
    if (typeof one === 'number') return Math.round(one * power) / power + 0
    if (typeof one === 'string') return placeOf(texts, one).toString(36)
    if (typeof one === 'boolean' || one === null) return one
    if (Array.isArray(one)) return [list, ...one.map(write)]
    const entries = Object.entries(one ?? {}).filter(([, own]) => own !== undefined)
    const names = entries.map(([name]) => name)
    return [placeOf(shapes, JSON.stringify(names)), ...entries.map(([, own]) => write(own))]
  }
  const body = write(value)
  return JSON.stringify({
    shapes: [...shapes.keys()].map((names): unknown => JSON.parse(names)),
    texts: [...texts.keys()],
    body,
  })
}

/** Reads what `pack` wrote. @returns data of the type that was packed, which the caller names */
export function unpack(packed: string): unknown {
  const { shapes, texts, body }: { shapes: string[][]; texts: string[]; body: Packed } = JSON.parse(packed)
  const read = (one: Packed): unknown => {
    if (typeof one === 'string') return texts[Number.parseInt(one, 36)]
    if (!Array.isArray(one)) return one
    if (one[0] === list) return one.slice(1).map(read)
    const found: Record<string, unknown> = {}
    const own = shapes[Number(one[0])] ?? []
    for (let i = 0; i < own.length; i++) found[own[i] ?? ''] = read(one[i + 1] ?? null)
    return found
  }
  return read(body)
}
