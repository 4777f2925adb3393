import { expect, test } from 'vitest'
import { moveInGrid } from './grid-keys.ts'

const shape = { rows: 2_000, columns: 15, page: 9 }

test.each([
  ['ArrowDown', false, [5, 3], [6, 3]],
  ['ArrowUp', false, [0, 3], [0, 3]],
  ['ArrowDown', false, [1_999, 3], [1_999, 3]],
  ['ArrowLeft', false, [5, 0], [5, 0]],
  ['ArrowRight', false, [5, 14], [5, 14]],
  ['PageDown', false, [5, 3], [14, 3]],
  ['PageDown', false, [1_995, 3], [1_999, 3]],
  ['PageUp', false, [5, 3], [0, 3]],
  ['Home', false, [5, 3], [5, 0]],
  ['End', false, [5, 3], [5, 14]],
  ['Home', true, [5, 3], [0, 0]],
  ['End', true, [5, 3], [1_999, 14]],
] as const)('%s, whole grid %s: %j becomes %j', (key, isWhole, [row, column], [toRow, toColumn]) => {
  expect(moveInGrid({ row, column }, { key, isWhole }, shape)).toEqual({ row: toRow, column: toColumn })
})

test('other keys are left alone', () => {
  expect(moveInGrid({ row: 1, column: 1 }, { key: 'a', isWhole: false }, shape)).toBeUndefined()
})
