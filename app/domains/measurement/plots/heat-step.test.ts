import { expect, test } from 'vitest'
import { heatStep } from './heat-step.ts'

test.each([
  [1, 1],
  [1.49, 1],
  [1.5, 2],
  [2, 3],
  [2.5, 4],
  [3, 5],
  [3.5, 6],
  [4, 6],
])('on four levels %f is heat step %i', (value, step) => {
  expect(heatStep({ value, min: 1, max: 4 })).toBe(step)
})

test('values outside the scale take the step at its end', () => {
  expect(heatStep({ value: 0.2, min: 1, max: 4 })).toBe(1)
  expect(heatStep({ value: 9, min: 1, max: 4 })).toBe(6)
})
