import { expect, test } from 'vitest'
import { breakIntoPages } from './compose-flow.ts'

type Part = Parameters<typeof breakIntoPages>[0][number]

function part(at: number, height: number, more: Partial<Part> = {}): Part {
  return { at, height, under: null, ...more }
}

/** For each page what stands on it, and where. */
function placed(parts: readonly Part[], room: number): string[] {
  return breakIntoPages(parts, room).map((page) => page.map(({ at, y }) => `${at}@${y}`).join(' '))
}

const table = { at: 9, height: 10 }

test.each([
  ['nothing takes a page', [], 100, ['']],
  ['what fits stands on one page', [part(0, 40), part(1, 60)], 100, ['0@0 1@40']],
  ['what does not begins the next', [part(0, 40), part(1, 61)], 100, ['0@0', '1@0']],
  [
    'room above is kept inside a page alone',
    [part(0, 40), part(1, 30, { before: 5 }), part(2, 40, { before: 5 })],
    100,
    ['0@0 1@45', '2@0'],
  ],
  [
    'a head goes with what follows it',
    [part(0, 60), part(1, 20, { isHead: true }), part(2, 40)],
    100,
    ['0@0', '1@0 2@20'],
  ],
  [
    'heads in a row go together',
    [part(0, 60), part(1, 10, { isHead: true }), part(2, 10, { isHead: true }), part(3, 30)],
    100,
    ['0@0', '1@0 2@10 3@20'],
  ],
  [
    'a table has its head on every page',
    [part(0, 45, { under: table }), part(1, 45, { under: table }), part(2, 45, { under: table })],
    100,
    ['9@0 0@10 1@55', '9@0 2@10'],
  ],
  [
    'the head of a table never stands alone',
    [part(0, 60), part(1, 35, { under: table })],
    100,
    ['0@0', '9@0 1@10'],
  ],
  [
    'what is higher than a page has one for itself',
    [part(0, 10), part(1, 140), part(2, 10)],
    100,
    ['0@0', '1@0', '2@0'],
  ],
  ['what begins a page does', [part(0, 10), part(1, 10, { isFirst: true })], 100, ['0@0', '1@0']],
])('%s', (_, parts, room, pages) => {
  expect(placed(parts, room)).toEqual(pages)
})
