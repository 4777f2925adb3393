import { expect, test } from 'vitest'
import { offsetOf } from './server-time.ts'

test.each([
  ['no message', [], 0],
  ['a device that is right, and a slow message', [[1_000, 1_400]], -400],
  ['a device an hour fast', [[3_600_000, 7_200_000]], -3_600_000],
  ['a device an hour slow', [[7_200_000, 3_600_100]], 3_599_900],
  [
    'a page from yesterday and a save of today',
    [
      [0, 86_400_000],
      [86_399_900, 86_400_100],
    ],
    -200,
  ],
])('%s', (_name, samples, offset) => {
  expect(offsetOf(samples.map(([serverMs = 0, deviceMs = 0]) => ({ serverMs, deviceMs })))).toBe(offset)
})
