import { expect, test } from 'vitest'
import { explainWaiting } from './waiting.ts'

const waiting = { submitted: 2, owed: 8, isOwnMissing: false, isOpen: false }

test('who waits is told for what: their own card, all cards, or each card as it comes in', () => {
  expect(explainWaiting({ ...waiting, isOwnMissing: true })).toBe(
    '2 of 8 scorecards are in; you see the others a minute after you submit yours.',
  )
  expect(explainWaiting(waiting)).toBe('2 of 8 scorecards are in; you see them when all are.')
  expect(explainWaiting({ ...waiting, submitted: 1, isOpen: true })).toBe(
    '1 of 8 scorecards is in; you see each of the others a minute after it is submitted.',
  )
})
