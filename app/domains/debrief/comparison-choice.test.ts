import { expect, test } from 'vitest'
import { readChoice, toggleKept, writeChoice } from './comparison-choice.ts'

test.each([
  ['', { kind: 'calibrated', kept: [], isByTier: false }],
  ['score=raw', { kind: 'raw', kept: [], isByTier: false }],
  ['score=other&keep=a,,b', { kind: 'calibrated', kept: ['a', 'b'], isByTier: false }],
  ['group=tier', { kind: 'calibrated', kept: [], isByTier: true }],
])('the address %j is read', (query, expected) => {
  expect(readChoice(new URLSearchParams(query))).toEqual(expected)
})

test.each([
  ['sort=name', { kind: 'raw' as const }, 'sort=name&score=raw'],
  ['score=raw&sort=name', { kind: 'calibrated' as const }, 'sort=name'],
  ['score=raw', { kept: ['a'] }, 'score=raw&keep=a'],
  ['keep=a', { kept: [] }, ''],
  ['sort=name', { isByTier: true }, 'sort=name&group=tier'],
])('%j with %j becomes %j', (query, choice, expected) => {
  expect(writeChoice(new URLSearchParams(query), choice).toString()).toBe(expected)
})

test('keeping somebody twice lets them go again', () => {
  expect(toggleKept(toggleKept(['b'], 'a'), 'a')).toEqual(['b'])
})
