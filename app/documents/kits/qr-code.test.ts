import { expect, test } from 'vitest'
import { codeOf, correctionOf } from './qr-code.ts'

test('the correction is that of the worked example of the standard', () => {
  const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
  expect(correctionOf(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
})

/** The formats of level M by mask, from the table of the standard. */
const formats = [
  '101010000010010',
  '101000100100101',
  '101111001111100',
  '101101101001011',
  '100010111111001',
  '100000011001110',
  '100111110010111',
  '100101010100000',
]
const masks: ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2 === 0,
]

/** Reads a symbol of one block, as a scanner would. */
function scan(rows: boolean[][], alignment: number | null): string {
  const size = rows.length
  const dark = (i: number, j: number) => rows[i]?.[j] ?? false
  const row8 = [0, 1, 2, 3, 4, 5, 7, 8].map((j) => dark(8, j))
  const column8 = [7, 5, 4, 3, 2, 1, 0].map((i) => dark(i, 8))
  const mask = masks[formats.indexOf([...row8, ...column8].map(Number).join(''))]
  if (!mask) throw new Error('no such format')
  const isFixed = (i: number, j: number) =>
    (i < 9 && (j < 9 || j >= size - 8)) ||
    (i >= size - 8 && j < 9) ||
    i === 6 ||
    j === 6 ||
    (alignment !== null && Math.abs(i - alignment) <= 2 && Math.abs(j - alignment) <= 2)
  let bits = ''
  const columns = Array.from(
    { length: (size - 1) / 2 },
    (_, n) => size - 1 - 2 * n - (size - 1 - 2 * n <= 6 ? 1 : 0),
  )
  for (const [n, right] of columns.entries())
    for (let step = 0; step < size; step++) {
      const i = n % 2 === 0 ? size - 1 - step : step
      for (const j of [right, right - 1]) if (!isFixed(i, j)) bits += Number(dark(i, j) !== mask(i, j))
    }
  const length = Number.parseInt(bits.slice(4, 12), 2)
  const bytes = Array.from({ length }, (_, n) => Number.parseInt(bits.slice(12 + 8 * n, 20 + 8 * n), 2))
  return new TextDecoder().decode(new Uint8Array(bytes))
}

test.each([
  ['hello', 21, null],
  ['https://x.example/s/1', 25, 18],
  ['https://panelist.example/scorecards/42', 29, 22],
] as const)('%s reads back from a symbol of %i modules', (text, size, alignment) => {
  const rows = codeOf(text) ?? []
  expect(rows).toHaveLength(size)
  expect(scan(rows, alignment)).toBe(text)
})

test.each([
  [84, 37],
  [106, 41],
  [122, 45],
  [213, 57],
])('%i bytes take a symbol of %i modules', (length, size) => {
  expect(codeOf('x'.repeat(length))).toHaveLength(size)
})

test('what is longer has no code', () => {
  expect(codeOf('x'.repeat(214))).toBeNull()
})
