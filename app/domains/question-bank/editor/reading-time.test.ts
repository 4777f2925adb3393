import { expect, test } from 'vitest'
import { lengthWords, readingAloudSeconds } from './reading-time.ts'

test.each([
  ['', 0],
  [' … – !', 0],
  ['Why?', 5],
  ['word '.repeat(12), 5],
  ['word '.repeat(13), 10],
  ['word '.repeat(150), 60],
])('%j takes %d seconds aloud', (text, seconds) => {
  expect(readingAloudSeconds(text)).toBe(seconds)
})

test('length and time stand in one line, and no time for nothing', () => {
  expect(lengthWords(' Why so? ', 500)).toBe('7 of at most 500 characters, about 5 seconds aloud.')
  expect(lengthWords('', 500)).toBe('0 of at most 500 characters.')
})
