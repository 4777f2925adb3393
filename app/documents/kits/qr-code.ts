/** Codewords of a symbol at error level M: all of them, and for each block how many of data; ISO/IEC 18004, tables 7 and 9. */
const versions: readonly { blocks: readonly number[]; correction: number; marks: readonly number[] }[] = [
  { blocks: [16], correction: 10, marks: [] },
  { blocks: [28], correction: 16, marks: [6, 18] },
  { blocks: [44], correction: 26, marks: [6, 22] },
  { blocks: [32, 32], correction: 18, marks: [6, 26] },
  { blocks: [43, 43], correction: 24, marks: [6, 30] },
  { blocks: [27, 27, 27, 27], correction: 16, marks: [6, 34] },
  { blocks: [31, 31, 31, 31], correction: 18, marks: [6, 22, 38] },
  { blocks: [38, 38, 39, 39], correction: 22, marks: [6, 24, 42] },
  { blocks: [36, 36, 36, 37, 37], correction: 22, marks: [6, 26, 46] },
  { blocks: [43, 43, 43, 43, 44], correction: 26, marks: [6, 28, 50] },
]

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

type Grid = (boolean | null)[][]

/**
 * A text as a QR code of error level M, without its quiet zone.
 * @returns rows of modules, dark ones true; null when the text has more than 213 bytes
 */
export function codeOf(text: string): boolean[][] | null {
  const bytes = [...new TextEncoder().encode(text)]
  const index = versions.findIndex(
    ({ blocks }, i) => bytes.length * 8 + 4 + (i < 9 ? 8 : 16) <= sum(blocks) * 8,
  )
  const version = versions[index]
  if (!version) return null
  const bits = codewords(bytes, index + 1, version).flatMap((word) => bitsOf(word, 8))
  const size = 17 + 4 * (index + 1)
  const fixed = fixedModules(size, index + 1, version.marks)
  const drawn = masks.map((mask, number) => {
    const grid = fixed.map((row) => [...row])
    placeBits(grid, bits, mask)
    placeFormat(grid, number)
    return grid.map((row) => row.map(Boolean))
  })
  const judged = drawn.map((rows) => ({ rows, penalty: penaltyOf(rows) }))
  return judged.toSorted((a, b) => a.penalty - b.penalty)[0]?.rows ?? null
}

function codewords(bytes: readonly number[], number: number, version: (typeof versions)[number]): number[] {
  const length = sum(version.blocks)
  const bits = [
    0,
    1,
    0,
    0,
    ...bitsOf(bytes.length, number < 10 ? 8 : 16),
    ...bytes.flatMap((byte) => bitsOf(byte, 8)),
  ]
  bits.push(...[0, 0, 0, 0].slice(0, length * 8 - bits.length))
  while (bits.length % 8 > 0) bits.push(0)
  const data = Array.from({ length: bits.length / 8 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
  for (let i = 0; data.length < length; i++) data.push(i % 2 === 0 ? 0xec : 0x11)
  let from = 0
  const blocks = version.blocks.map((count) => data.slice(from, (from += count)))
  const corrections = blocks.map((block) => correctionOf(block, version.correction))
  return [...interleave(blocks), ...interleave(corrections)]
}

function interleave(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: longest }, (_, i) => blocks.flatMap((block) => block.slice(i, i + 1))).flat()
}

/** The correction of a block: Reed and Solomon’s code over the field of 256 elements made by x⁸ + x⁴ + x³ + x² + 1. */
export function correctionOf(data: readonly number[], count: number): number[] {
  let divisor = [1]
  let root = 1
  for (let i = 0; i < count; i++) {
    const next = [...divisor, 0]
    for (const [j, factor] of divisor.entries()) next[j + 1] = (next[j + 1] ?? 0) ^ times(factor, root)
    divisor = next
    root = times(root, 2)
  }
  let rest = Array.from({ length: count }, () => 0)
  for (const value of data) {
    const factor = value ^ (rest[0] ?? 0)
    rest = [...rest.slice(1), 0].map((old, i) => old ^ times(divisor[i + 1] ?? 0, factor))
  }
  return rest
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

/** Finders, timing, alignment marks and version; places for the format are taken with light modules. */
function fixedModules(size: number, number: number, marks: readonly number[]): Grid {
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => null))
  const set = (x: number, y: number, isDark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < size) row[x] = isDark
  }
  const rings = (cx: number, cy: number, reach: number, isDark: (ring: number) => boolean) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++)
        set(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, (ring) => ring !== 2 && ring !== 4)
  const last = marks.at(-1)
  for (const x of marks)
    for (const y of marks) {
      const isFinder = (x === 6 && (y === 6 || y === last)) || (y === 6 && x === last)
      if (!isFinder) rings(x, y, 2, (ring) => ring !== 1)
    }
  for (const [x, y] of formatPlaces(size).flat()) set(x, y, false)
  set(8, size - 8, true)
  if (number >= 7)
    for (const [i, bit] of checkedBits(number, 6, 0x1f25, 12).toReversed().entries()) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
      set(a, b, bit === 1)
      set(b, a, bit === 1)
    }
  return grid
}

/** The two copies of the format, from its lowest bit. */
function formatPlaces(size: number): [number, number][][] {
  const along = [0, 1, 2, 3, 4, 5, 7, 8]
  const first: [number, number][] = [
    ...along.map((y): [number, number] => [8, y]),
    ...along
      .slice(0, 7)
      .toReversed()
      .map((x): [number, number] => [x, 8]),
  ]
  const second = Array.from({ length: 15 }, (_, i): [number, number] =>
    i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i],
  )
  return [first, second]
}

function placeFormat(grid: Grid, mask: number): void {
  // Level M is 00, so the format is the number of the mask.
  const bits = checkedBits(mask, 5, 0x537, 10).map((bit, i) => bit ^ ((0x5412 >>> (14 - i)) & 1))
  for (const places of formatPlaces(grid.length))
    for (const [i, bit] of bits.toReversed().entries()) {
      const [x, y] = places[i] ?? [0, 0]
      const row = grid[y]
      if (row) row[x] = bit === 1
    }
}

/** A number with the rest of its division behind it, highest bit first. */
function checkedBits(value: number, length: number, divisor: number, checks: number): number[] {
  let rest = value
  for (let i = 0; i < checks; i++) rest = (rest << 1) ^ ((rest >>> (checks - 1)) * divisor)
  return [...bitsOf(value, length), ...bitsOf(rest, checks)]
}

function placeBits(grid: Grid, bits: readonly number[], mask: (x: number, y: number) => boolean): void {
  const size = grid.length
  let next = 0
  for (let right = size - 1, isUp = true; right >= 1; right -= 2, isUp = !isUp) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step
      const row = grid[y]
      for (const x of [right, right - 1]) {
        if (!row || row[x] !== null) continue
        row[x] = (bits[next++] === 1) !== mask(x, y)
      }
    }
  }
}

/** How hard a symbol is to read: runs, squares, what looks like a finder, and more of one colour than of the other. */
function penaltyOf(rows: readonly (readonly boolean[])[]): number {
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? false))
  let penalty = 0
  for (const line of [...rows, ...columns]) {
    const text = line.map((isDark) => (isDark ? '1' : '0')).join('')
    for (const run of text.match(/1{5,}|0{5,}/g) ?? []) penalty += run.length - 2
    penalty += 40 * (text.match(/(?=10111010000|00001011101)/g)?.length ?? 0)
  }
  for (const [y, row] of rows.entries())
    for (const [x, isDark] of row.entries()) {
      const below = rows[y + 1]
      if (
        below &&
        x + 1 < row.length &&
        row[x + 1] === isDark &&
        below[x] === isDark &&
        below[x + 1] === isDark
      )
        penalty += 3
    }
  const dark = rows.flat().filter(Boolean).length / rows.length ** 2
  return penalty + Math.floor(Math.abs(dark * 100 - 50) / 5) * 10
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, i) => (value >>> (length - 1 - i)) & 1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
