import { expect, test } from 'vitest'
import { findNeighbour, findShown, listPoints, whyWords } from './agenda-walk.ts'

const keys = ['a', 'b', 'decide']

test.each([
  ['what is looked at', { looked: 'b', pinned: 'a', shared: 'decide' }, 'b'],
  ['where somebody is writing, when the meeting moves on', { looked: null, pinned: 'a', shared: 'b' }, 'a'],
  ['where the meeting is', { looked: null, pinned: null, shared: 'decide' }, 'decide'],
  ['the first point before the meeting is anywhere', { looked: null, pinned: null, shared: null }, 'a'],
  [
    'where the meeting is, when what was looked at is gone',
    { looked: 'gone', pinned: null, shared: 'b' },
    'b',
  ],
])('a page shows %s', (_name, at, expected) => {
  expect(findShown(keys, at)).toBe(expected)
})

test.each([
  ['a', 1, 'b'],
  ['decide', 1, undefined],
  ['a', -1, undefined],
  ['decide', -1, 'b'],
  ['gone', 1, undefined],
] as const)('beside %s by %i stands %s', (key, by, expected) => {
  expect(findNeighbour(keys, key, by)).toBe(expected)
})

test('without any flag the decision is the only point', () => {
  expect(listPoints({ agenda: [] }).map((point) => point.key)).toEqual(['decide'])
})

test.each([
  [{ reason: 'apart', apart: 2.5, bar: null }, '2.5 levels apart'],
  [{ reason: 'apart', apart: 3, bar: 2 }, '3 levels apart'],
  [{ reason: 'bar-unclear', apart: 0, bar: 2.5 }, 'bar of 2.5 unclear'],
  [{ reason: 'added', apart: 1, bar: null }, 'added'],
] as const)('%o is on the agenda as “%s”', (topic, expected) => {
  expect(whyWords(topic)).toBe(expected)
})
