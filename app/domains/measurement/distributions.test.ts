import { expect, test } from 'vitest'
import { chiSquareTail, fCdf, fQuantile, logGamma } from './distributions.ts'
import { normalCdf, normalQuantile } from './normal.ts'

test.each([
  [0, 0.5],
  [1.959963984540054, 0.975],
  [-3, 0.0013498980316300933],
  [-8, 6.220960574271785e-16],
])('the normal distribution at %f is %f', (x, p) => {
  expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-9)
})

test('quantiles of the normal distribution undo its probabilities', () => {
  for (const p of [1e-12, 1e-5, 0.02, 0.3, 0.5, 0.8, 0.975, 1 - 1e-9])
    expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12)
})

/** From tables: Abramowitz & Stegun (1964), 26.8 and 26.9. */
test('F and χ² have the values of the tables', () => {
  expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.3258, 4)
  expect(fQuantile(0.99, 1, 1)).toBeCloseTo(4052.1807, 3)
  expect(fCdf(fQuantile(0.975, 4.7851, 5), 4.7851, 5)).toBeCloseTo(0.975, 12)
  expect(chiSquareTail(11.0705, 5)).toBeCloseTo(0.05, 6)
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12)
  expect(chiSquareTail(2, 2)).toBeCloseTo(Math.exp(-1), 13)
})

test('the gamma function of whole numbers is a factorial', () => {
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 11)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
})
