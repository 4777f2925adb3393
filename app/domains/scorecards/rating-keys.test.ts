import { expect, test } from 'vitest'
import { readPostedCard } from './posted-card.ts'
import { keyedRecommendation, keyedState, ratingKey, recommendationKey } from './rating-keys.ts'
import { recommendations, type Rating } from './scorecard.ts'

test('every rating has a key, and none has the empty one', () => {
  const ratings: [Rating | null, string][] = [
    [{ state: 'rated', level: 3 }, '3'],
    [{ state: 'not-asked' }, 'n'],
    [{ state: 'no-evidence' }, 'e'],
    [null, ''],
  ]
  for (const [rating, key] of ratings) expect(ratingKey(rating)).toBe(key)
})

test('every recommendation comes back from its key', () => {
  expect(recommendations.map(recommendationKey)).toEqual(['1', '2', '3', '4', '0'])
  for (const recommendation of recommendations)
    expect(keyedRecommendation(recommendationKey(recommendation))).toBe(recommendation)
  expect(keyedRecommendation('7')).toBeUndefined()
  expect([keyedState('N'), keyedState('e'), keyedState('x')]).toEqual(['not-asked', 'no-evidence', undefined])
})

test('a card that was typed in by keys reads as one whose marks were chosen', () => {
  const form = new FormData()
  const keyed = { 'rating:a': '4', 'rating:b': 'N', 'rating:c': 'e', 'rating:d': '', recommendation: '0' }
  for (const [field, value] of Object.entries(keyed)) {
    form.set(`base.${field}`, '0')
    form.set(field, value)
  }
  expect(readPostedCard(form).map(({ value }) => value)).toEqual([
    { state: 'rated', level: 4 },
    { state: 'not-asked' },
    { state: 'no-evidence' },
    null,
    'no-decision',
  ])
})
