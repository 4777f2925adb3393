import { expect, test } from 'vitest'
import { groupConnected } from './connectivity.ts'
import { assignTiers, standAtBar, standOfPair } from './tiers.ts'

test.each<[string, number[], number[]]>([
  ['nobody is clearly ahead', [3, 2.9, 2.8], [1, 1, 1]],
  ['each is well ahead of the next', [4, 3, 2], [1, 2, 3]],
  ['the leader is ahead of the last, and the middle one stands with the leader', [3, 2.7, 2.3], [1, 1, 2]],
  ['the leader of the second tier decides about the third', [4, 3, 2.7, 2.3], [1, 2, 2, 3]],
])('tiers when %s', (_name, scores, tiers) => {
  const above = (a: number, b: number): number => ((scores[a] ?? 0) - (scores[b] ?? 0) >= 0.5 ? 0.9 : 0.6)
  expect(
    assignTiers(
      scores.map((_, i) => i),
      above,
    ),
  ).toEqual(tiers)
})

test('exactly .80 opens a new tier, and nobody makes none', () => {
  expect(assignTiers([0, 1], () => 0.8)).toEqual([1, 2])
  expect(assignTiers([0, 1], () => 0.7999)).toEqual([1, 1])
  expect(assignTiers([], () => 1)).toEqual([])
})

test.each([
  [0.95, 'clearly ahead'],
  [0.9499, 'probably ahead'],
  [0.8, 'probably ahead'],
  [0.7999, 'cannot tell'],
  [0.5, 'cannot tell'],
] as const)('with a probability of %f one is %s', (p, words) => {
  expect(standOfPair(p)).toBe(words)
})

test.each([
  [0.8, 'met'],
  [0.79, 'unclear'],
  [0.21, 'unclear'],
  [0.2, 'not-met'],
] as const)('a bar that is reached with a probability of %f is %s', (p, words) => {
  expect(standAtBar(p)).toBe(words)
})

/** Candidate and interviewer of each meeting. */
const meet = (...pairs: [number, number][]) =>
  pairs.map(([candidate, interviewer]) => ({ candidate, interviewer }))

test.each<[string, number, ReturnType<typeof meet>, number[][]]>([
  ['all met one interviewer', 3, meet([0, 0], [1, 0], [2, 0]), [[0, 1, 2]]],
  ['a chain connects the first and the last', 3, meet([0, 0], [1, 0], [1, 1], [2, 1]), [[0, 1, 2]]],
  ['nobody shares an interviewer', 2, meet([0, 0], [1, 1]), [[0], [1]]],
  [
    'the larger group comes first',
    5,
    meet([0, 0], [2, 0], [1, 1], [3, 1], [4, 1]),
    [
      [1, 3, 4],
      [0, 2],
    ],
  ],
  [
    'a later meeting joins two groups',
    4,
    meet([0, 0], [1, 0], [2, 1], [3, 1], [0, 2], [3, 2]),
    [[0, 1, 2, 3]],
  ],
  ['there is nobody', 0, [], []],
])('groups when %s', (_name, candidates, meetings, groups) => {
  expect(groupConnected(candidates, meetings)).toEqual(groups)
})

test('a long chain in any order is one group', () => {
  const chain = Array.from({ length: 5_000 }, (_, i) => [
    { candidate: i, interviewer: i },
    { candidate: i + 1, interviewer: i },
  ]).flat()
  expect(groupConnected(5_001, chain.reverse())).toHaveLength(1)
})
