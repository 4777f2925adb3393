import { expect, test } from 'vitest'
import { sinceWords } from './since.ts'

const now = Date.UTC(2026, 8, 14, 12)

test.each([
  [0, 'just now'],
  [-5_000, 'just now'],
  [12 * 60_000, '12 minutes ago'],
  [60 * 60_000, '1 hour ago'],
  [23 * 3_600_000, '23 hours ago'],
  [25 * 3_600_000, '1 day ago'],
  [40 * 86_400_000, '40 days ago'],
])('%d ms back is %s', (ago, words) => {
  expect(sinceWords(now - ago, now)).toBe(words)
})
