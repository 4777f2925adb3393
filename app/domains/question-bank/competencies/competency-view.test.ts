import { expect, test } from 'vitest'
import { pickCompetencies, stillNamedWords, weighedWords, weighingOf } from './competency-view.ts'

const role = (name: string, weight: number) => ({ id: name.toLowerCase(), name, weight, gate: null })
const item = (name: string, isArchived = false) => ({
  id: name.toLowerCase(),
  name,
  definition: `What ${name} means.`,
  isArchived,
  rated: 0,
  touched: 0,
  roles: [],
})

test('roles that weigh a competency come the heaviest first', () => {
  const entry = (weight: number) => ({ competency: 'care', weight, gate: null })
  const roles = [
    { id: 'a', name: 'Architect', competencies: [entry(10)] },
    { id: 'b', name: 'Baker', competencies: [{ ...entry(100), competency: 'other' }] },
    { id: 'c', name: 'Cook', competencies: [entry(40)] },
  ]
  expect(weighingOf('care', roles).map((one) => one.name)).toEqual(['Cook', 'Architect'])
})

test.each([
  [[], 0, 0, null],
  [[role('Cook', 4)], 0, 0, 'Cook weighs it.'],
  [[], 1, 0, '1 question is rated for it.'],
  [
    [role('Cook', 4), role('Baker', 3)],
    2,
    1,
    'Cook and Baker weigh it, 2 questions are rated for it and 1 question touches it.',
  ],
])('what names a competency is said in a sentence', (roles, rated, touched, words) => {
  expect(stillNamedWords(roles, rated, touched)).toBe(words)
})

test('few roles are named, many counted', () => {
  expect(weighedWords([])).toBe('no role weighs it')
  expect(weighedWords([role('Cook', 4), role('Baker', 3)])).toBe('weighed by Cook (4) and Baker (3)')
  expect(weighedWords([role('Cook', 4), role('Baker', 3), role('Waiter', 1)])).toBe(
    'weighed by 3 roles, most by Cook (4)',
  )
})

test('a list shows what is in use, the archived ones on demand, and only what holds every word', () => {
  const all = [item('Care'), item('Speed'), item('Old care', true)]
  const names = (asked: { q?: string; archived?: '1' }) =>
    pickCompetencies(all, asked).items.map((one) => one.name)
  expect(names({})).toEqual(['Care', 'Speed'])
  expect(names({ archived: '1' })).toEqual(['Old care'])
  expect(names({ q: ' MEANS care ' })).toEqual(['Care'])
  expect(pickCompetencies(all, { q: 'zzz' })).toEqual({ items: [], archivedCount: 1 })
})
