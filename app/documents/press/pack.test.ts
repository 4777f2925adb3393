import { expect, test } from 'vitest'
import { packPages, shareLines } from './pack.ts'

test.each([
  ['nothing takes one empty page', [], [100], [0]],
  ['what fits stays together', [40, 60], [100], [2]],
  ['as few pages as hold it', [60, 60, 30], [100], [1, 2]],
  ['what is left free is shared between the pages', [30, 30, 30, 30], [100], [2, 2]],
  ['order is kept', [90, 10, 90], [100], [1, 2]],
  ['a first page with little room may stay empty', [80, 20], [50, 100], [0, 2]],
])('%s', (_name, heights, rooms, counts) => {
  expect(packPages(heights, (page) => rooms[page] ?? rooms.at(-1) ?? 0)).toEqual(counts)
})

test('forty blocks lie whole on their pages', () => {
  const heights = Array.from({ length: 40 }, (_, i) => 90 + ((i * 37) % 160))
  const counts = packPages(heights, (page) => (page === 0 ? 500 : 700))
  let from = 0
  for (const [page, count] of counts.entries()) {
    const used = heights.slice(from, from + count).reduce((sum, height) => sum + height, 0)
    expect(used).toBeLessThanOrEqual(page === 0 ? 500 : 700)
    from += count
  }
  expect(from).toBe(40)
})

test('a block that no page holds is refused', () => {
  expect(() => packPages([120], () => 100)).toThrow(RangeError)
})

test.each([
  [5, [9, 9], [3, 2]],
  [5, [1, 9], [1, 4]],
  [9, [2, 2], [2, 2]],
  [-3, [4], [0]],
])('%i spare lines for those who take %j are %j', (spare, most, shares) => {
  expect(shareLines(spare, most)).toEqual(shares)
})
