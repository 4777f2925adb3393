import { expect, test } from 'vitest'
import { previewWords, type PreviewCounts } from './preview-words.ts'

const counts = (change: Partial<PreviewCounts>): PreviewCounts => ({
  items: 3,
  taken: 3,
  withoutQuestion: 0,
  unsure: 0,
  alike: 0,
  earlier: 0,
  parts: 0,
  ...change,
})

test.each([
  [{}, '3 found.'],
  [{ withoutQuestion: 2 }, '3 found, 2 of them without the question.'],
  [{ unsure: 1, alike: 2 }, '3 found. One to look at closely. 2 left out for now: the bank asks the same.'],
  [{ earlier: 3 }, '3 found. 3 left out for now: an earlier import brought the same.'],
  [{ parts: 1 }, '3 found. One part was not recognised.'],
  [{ parts: 4 }, '3 found. 4 parts were not recognised.'],
  [{ items: 0, parts: 4 }, 'No question was found.'],
])('%o is told as %s', (change, words) => {
  expect(previewWords(counts(change))).toBe(words)
})
