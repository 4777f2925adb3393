import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isDisagreement,
  isOrderable,
  scoreCompetency,
  scoreOverall,
  shareInCommon,
  standAtGate,
  type CompetencyScore,
  type GivenLevel,
} from './score.ts'

function levels(byInterviewer: Record<string, number[]>): GivenLevel[] {
  return Object.entries(byInterviewer).flatMap(([interviewerId, own]) =>
    own.map((level, i) => ({ interviewerId, competencyId: 'c', questionId: `q${i}`, level })),
  )
}
function cell(byInterviewer: Record<string, number[]>): CompetencyScore {
  const score = scoreCompetency(levels(byInterviewer))
  if (!score) throw new Error('no levels')
  return score
}

test.each<[string, Record<string, number[]>, number, number]>([
  ['one rating is the score', { a: [3] }, 3, 0],
  ['an interviewer counts once however much they asked', { a: [4, 4, 4, 4], b: [2] }, 3, 2],
  ['ratings of one interviewer are averaged first', { a: [1, 2], b: [4] }, 2.75, 2.5],
])('%s', (_name, given, mean, spread) => {
  expect(cell(given)).toMatchObject({ mean, spread })
})

test('means of thirds that stand two levels apart are a disagreement', () => {
  expect(isDisagreement(cell({ a: [4, 4, 3], b: [2, 2, 1] }))).toBe(true)
})

test('no rating is no score, not zero', () => {
  expect(scoreCompetency([])).toBeNull()
  expect(scoreOverall(new Map(), new Map([['c', 1]]))).toBeNull()
})

test('a missing competency leaves the sum partial and takes no part in it', () => {
  const weights = new Map([
    ['c', 60],
    ['d', 40],
  ])
  const one = scoreOverall(new Map([['c', cell({ a: [3] })]]), weights)
  expect(one).toEqual({ mean: 3, scored: 1, wanted: 2, isPartial: true })
  const both = new Map([
    ['c', cell({ a: [3] })],
    ['d', cell({ a: [1] })],
  ])
  expect(scoreOverall(both, weights)?.mean).toBeCloseTo(2.2, 10)
})

test.each<[string, Record<string, number[]>, string]>([
  ['two at the bar meet it', { a: [3], b: [2] }, 'met'],
  ['two below do not', { a: [2], b: [2] }, 'not-met'],
  ['one alone is unclear', { a: [4] }, 'unclear'],
  ['two levels apart is unclear', { a: [4], b: [2] }, 'unclear'],
])('at a bar of 2.5: %s', (_name, given, standing) => {
  expect(standAtGate(cell(given), 2.5)).toBe(standing)
})

test('a missing score is unclear at the gate', () => {
  expect(standAtGate(null, 2.5)).toBe('unclear')
})

test('disagreement begins at two levels', () => {
  expect(isDisagreement(cell({ a: [1], b: [3] }))).toBe(true)
  expect(isDisagreement(cell({ a: [1, 2], b: [3] }))).toBe(false)
  expect(isDisagreement(cell({ a: [1, 4] }))).toBe(false)
})

test('nobody is ordered on one interviewer or on little', () => {
  expect(isOrderable({ weightScored: 60, weightWanted: 100, interviewers: 2 })).toBe(true)
  expect(isOrderable({ weightScored: 59, weightWanted: 100, interviewers: 2 })).toBe(false)
  expect(isOrderable({ weightScored: 100, weightWanted: 100, interviewers: 1 })).toBe(false)
})

test('questions in common are counted over those who were asked anything', () => {
  expect(shareInCommon([new Set(['a', 'b']), new Set(['b', 'c']), new Set()])).toBeCloseTo(1 / 3)
  expect(shareInCommon([new Set(['a'])])).toBeNull()
})

test('scores stay within the levels given, and the order of the ratings does not matter', () => {
  const given = fc.array(
    fc.record({
      interviewerId: fc.constantFrom('a', 'b', 'c'),
      competencyId: fc.constant('c'),
      questionId: fc.constantFrom('p', 'q'),
      level: fc.integer({ min: 1, max: 7 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(given, (list) => {
      const score = scoreCompetency(list)
      const all = list.map((item) => item.level)
      expect(score?.mean).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
      expect(score?.mean).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
      expect(scoreCompetency([...list].reverse())?.mean).toBeCloseTo(score?.mean ?? NaN, 9)
    }),
  )
})
