import { expect, test } from 'vitest'
import { formatBytes } from './bytes.ts'

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [12_000, '12 kB'],
  [999_400, '1.0 MB'],
  [1_440_000, '1.4 MB'],
  [32_000_000, '32 MB'],
  [9_990_000_000, '10.0 GB'],
  [250_000_000_000, '250 GB'],
])('%s bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
