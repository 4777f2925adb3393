import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadRest, sumOfWeights, sumWords } from './weights.ts'

test.each([
  [
    ['40', '', ''],
    ['40', '30', '30'],
  ],
  [
    ['', '', ''],
    ['34', '33', '33'],
  ],
  [
    ['50', '0', 'x'],
    ['50', '25', '25'],
  ],
  [
    ['40', '50'],
    ['45', '55'],
  ],
  [
    ['60', '50'],
    ['55', '45'],
  ],
  [
    ['50', '50'],
    ['50', '50'],
  ],
  [['100', ''], undefined],
  [['99', '', ''], undefined],
  [['150', '1'], undefined],
  [[], undefined],
])('%j is spread to %j', (weights, spread) => {
  expect(spreadRest(weights)).toEqual(spread)
})

test('what is spread always adds up to 100 in whole numbers, and what was typed stays when a row was open', () => {
  const typed = fc.array(fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 60 }).map(String)), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(typed, (weights) => {
      const spread = spreadRest(weights)
      if (!spread) return
      expect(sumOfWeights(spread)).toBe(100)
      expect(spread.every((weight) => /^[1-9]\d*$/.test(weight))).toBe(true)
      if (weights.includes(''))
        weights.forEach((weight, i) => weight === '' || expect(spread[i]).toBe(weight))
    }),
  )
})

test('the sum says how far it is from 100', () => {
  expect(sumWords(100)).toBe('The weights add up to 100.')
  expect(sumWords(87)).toBe('The weights add up to 87: 13 short of 100.')
  expect(sumWords(sumOfWeights(['60', '50', 'x']))).toBe('The weights add up to 110: 10 over 100.')
})
