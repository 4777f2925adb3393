import { expect, test } from 'vitest'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import type { InterviewerEstimate } from '#app/domains/measurement/calibration-types.ts'
import type { Rating } from '#app/domains/scorecards/scorecard.ts'
import { comparedSnapshot } from '#tests/support/compared.ts'
import { buildCalibrationPage, countChoices, readRatings } from './calibration-page.ts'
import { judgeSeverity, severityWords } from './interviewer-use.ts'
import { startOfPeriod } from './period.ts'
import { listQuestionUse } from './question-use.ts'
import { scaleKeyOf, type CalibratedCard } from './read-cards.ts'
import { deviationOf, medianOf } from './statistics.ts'

const { scale } = comparedSnapshot()

function rated(level: number): Rating {
  return { state: 'rated', level }
}

/** A card that gives these ratings to the questions q0, q1…, each of a competency of its own. */
function cardOf(
  candidate: string,
  interviewer: string,
  ratings: readonly (Rating | null)[],
  more: Partial<CalibratedCard> = {},
): CalibratedCard {
  return {
    applicationId: candidate,
    panelId: 'p1',
    panelName: 'Panel',
    interviewerId: interviewer,
    interviewerName: `Name ${interviewer}`,
    scaleKey: scaleKeyOf(scale),
    scale,
    submittedAtMs: 1000,
    dueAtMs: 2000,
    questions: ratings.map((rating, i) => ({
      questionId: `q${i}`,
      title: `Question ${i}`,
      competencyId: `k${i}`,
      plannedMinutes: 10,
      rating,
      evidence: 'four words of it',
    })),
    ...more,
  }
}

function pageOf(cards: readonly CalibratedCard[], minutes: ReadonlyMap<string, number[]> = new Map()) {
  const calibration = calibrate({ model: 'integrated', ratings: readRatings(cards), range: 3 })
  return buildCalibrationPage({ cards, calibration, minutes })
}

const met: InterviewerEstimate = {
  id: 'a',
  severity: 0.4,
  sd: 0.1,
  q05: 0.1,
  q95: 0.7,
  candidates: 3,
  coRaters: 2,
}

test.each([
  ['stricter', {}, '0.40 stricter, nine times in ten between 0.10 and 0.70'],
  [
    'milder',
    { severity: -0.4, q05: -0.7, q95: -0.1 },
    '0.40 milder, nine times in ten between 0.10 and 0.70',
  ],
  ['no-difference', { q05: -0.1 }, 'no detectable difference'],
  ['hidden', { candidates: 2 }, 'rated 2 candidates; shown from three'],
  ['hidden', { coRaters: 1 }, 'shares candidates with one colleague; shown from two'],
] as const)('severity is %s for %o', (kind, given, words) => {
  const severity = judgeSeverity({ ...met, ...given }, 'estimated')
  expect(severity.kind).toBe(kind)
  expect(severityWords(severity)).toBe(words)
})

test('somebody who rates a level lower than two colleagues is called stricter, and stands by name all the same', () => {
  const cards = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].flatMap((candidate, i) => {
    const level = 2 + (i % 3)
    const others = ['b', 'c'].map((id) => cardOf(candidate, id, [rated(level), rated(level), rated(level)]))
    const strict = Array.from({ length: 3 }, () => rated(level - 1))
    return [...others, cardOf(candidate, 'a', strict)]
  })
  const page = pageOf(cards)
  expect(page.interviewers.map(({ name }) => name)).toEqual(['Name a', 'Name b', 'Name c'])
  expect(page.interviewers[0]?.severity.kind).toBe('stricter')
  expect(page.interviewers[1]?.severity.kind).not.toBe('stricter')
  expect(page.severity.table.rows.map(([name]) => name)).toEqual(['Name a', 'Name b', 'Name c'])
})

test('levels are counted from three candidates on; what was not rated is in no count', () => {
  const two = ['c1', 'c2'].map((candidate) => cardOf(candidate, 'a', [rated(3)]))
  expect(pageOf(two).interviewers[0]?.levels).toBeNull()
  const three = [...two, cardOf('c3', 'a', [rated(1), { state: 'not-asked' }, null])]
  const [one] = pageOf(three).interviewers
  expect(one?.levels?.map(({ count }) => count)).toEqual([1, 0, 2, 0])
  expect(one?.ratings).toBe(3)
  expect(one?.evidenceWords).toBe(4)
})

test('a card after its due time is late; one without a due time is not counted', () => {
  const cards = [
    cardOf('c1', 'a', [rated(2)], { submittedAtMs: 2001 }),
    cardOf('c2', 'a', [rated(2)], { submittedAtMs: 2000 }),
    cardOf('c3', 'a', [rated(2)], { dueAtMs: null }),
  ]
  const [one] = pageOf(cards).interviewers
  expect([one?.late, one?.timed, one?.cards]).toEqual([1, 2, 3])
})

test('a question is silent below five uses, and its minutes below five clocks', () => {
  const asked = (times: number) => Array.from({ length: times }, (_, i) => cardOf(`c${i}`, 'a', [rated(2)]))
  expect(listQuestionUse(asked(4), new Map())).toEqual({ questions: [], silent: 1 })
  const four = listQuestionUse(asked(5), new Map([['q0', [8, 9, 10, 11]]]))
  expect(four.questions[0]?.minutes).toBeNull()
  const five = listQuestionUse(asked(5), new Map([['q0', [8, 9, 10, 11, 30]]]))
  expect(five.questions[0]).toMatchObject({
    asked: 5,
    notAsked: 0,
    minutes: 10,
    plannedMinutes: 10,
    spread: 0,
  })
})

test('agreement on a question counts pairs of interviewers of one candidate', () => {
  const gaps = [0, 0, 1, 1, 3]
  const cards = gaps.flatMap((gap, i) => [
    cardOf(`c${i}`, 'a', [rated(1)]),
    cardOf(`c${i}`, 'b', [rated(1 + gap)]),
  ])
  const { questions } = listQuestionUse(cards, new Map())
  expect(questions[0]?.agreement).toEqual({ kind: 'counted', pairs: 5, same: 2, near: 4 })
  const few = listQuestionUse(cards.slice(0, 8), new Map())
  expect(few.questions[0]?.agreement).toEqual({ kind: 'too few to say' })
  const same = gaps.flatMap((_, i) => ['a', 'b'].map((id) => cardOf(`c${i}`, id, [rated(3)])))
  expect(listQuestionUse(same, new Map()).questions[0]?.agreement).toEqual({ kind: 'no variation' })
})

test('what was planned and not asked has its share; no evidence was asked', () => {
  const cards = Array.from({ length: 6 }, (_, i) =>
    cardOf(`c${i}`, 'a', [i === 0 ? { state: 'not-asked' } : i === 1 ? { state: 'no-evidence' } : rated(2)]),
  )
  expect(listQuestionUse(cards, new Map()).questions[0]).toMatchObject({ asked: 5, notAsked: 1 })
})

test('panels are counted by candidates', () => {
  const cards = [cardOf('c1', 'a', []), cardOf('c1', 'b', []), cardOf('c2', 'a', [], { panelId: 'p2' })]
  const choices = countChoices(cards, ({ panelId }) => ({ id: panelId, name: panelId }))
  expect(choices.map(({ id, count }) => [id, count])).toEqual([
    ['p1', 1],
    ['p2', 1],
  ])
})

test('no card at all makes an empty page', () => {
  expect(pageOf([])).toMatchObject({ candidates: 0, cards: 0, interviewers: [], questions: [] })
})

test('medians, deviations and periods', () => {
  expect([medianOf([]), medianOf([3]), medianOf([9, 1, 2]), medianOf([1, 2, 3, 10])]).toEqual([
    null,
    3,
    2,
    2.5,
  ])
  expect([deviationOf([2]), deviationOf([1, 3])]).toEqual([null, Math.SQRT2])
  expect(startOfPeriod('all', 5)).toBeNull()
  expect(startOfPeriod('quarter', 0)).toBeGreaterThan(startOfPeriod('year', 0) ?? 0)
})
