import { expect, test } from 'vitest'
import { ratingText } from './rating-text.ts'

test('a rating reads as level, scale and word', () => {
  expect(ratingText({ level: 3, of: 4, word: 'Good' })).toBe('3 of 4, Good')
})

test('a level without a word still says its scale', () => {
  expect(ratingText({ level: 5, of: 7 })).toBe('5 of 7')
})
