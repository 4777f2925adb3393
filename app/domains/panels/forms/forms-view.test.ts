import { expect, test } from 'vitest'
import { planInterview, planQuestion, planWith } from '#tests/support/plan.ts'
import type { PlannedQuestion } from '../panel.ts'
import { compareForms } from './forms-view.ts'

const competencies = [
  { id: 'design', name: 'Design', weight: 60, gate: null },
  { id: 'safety', name: 'Safety', weight: 40, gate: 3 },
]
const [queue, cache, fence] = [
  planQuestion('queue', 10, 'design'),
  planQuestion('cache', 10, 'design'),
  planQuestion('fence', 12, 'safety'),
]

function planOf(...interviews: PlannedQuestion[][]) {
  const letters = ['A', 'B']
  return planWith({
    competencies,
    interviews: interviews.map((questions, i) => planInterview(letters[i] ?? '', { questions })),
  })
}

function graded(question: PlannedQuestion, difficulty: 'easy' | 'hard'): PlannedQuestion {
  return { ...question, content: { ...question.content, difficulty } }
}

const differences: [string, ReturnType<typeof planOf>, ReturnType<typeof planOf>, string[]][] = [
  ['nothing where only the questions differ', planOf([queue]), planOf([cache]), []],
  [
    'minutes',
    planOf([queue]),
    planOf([planQuestion('cache', 7, 'design')]),
    ['A, Focus A, is 3 minutes shorter in form B.'],
  ],
  [
    'hard and easy questions',
    planOf([graded(queue, 'hard')]),
    planOf([graded(cache, 'easy')]),
    [
      'A, Focus A, has 0 easy questions in form A and 1 in form B.',
      'A, Focus A, has 1 hard question in form A and 0 in form B.',
    ],
  ],
  [
    'how many questions there are, and of which competency',
    planOf([queue], [fence]),
    planOf([cache], []),
    [
      'B, Focus B, asks 1 question in form A and 0 in form B.',
      'B, Focus B, is 12 minutes shorter in form B.',
      'Safety is rated by 1 question in form A and 0 in form B.',
    ],
  ],
]

test.each(differences)('says what differs between two forms: %s', (_what, a, b, expected) => {
  expect(compareForms({ a, b, alike: [] }).differences).toEqual(expected)
})

test('pairs questions by their place, and leaves a place empty where one form asks fewer', () => {
  const { interviews, a, b } = compareForms({ a: planOf([queue, fence]), b: planOf([cache]), alike: [] })
  expect(interviews[0]?.pairs.map((pair) => [pair.a?.id, pair.b?.id])).toEqual([
    ['queue', 'cache'],
    ['fence', undefined],
  ])
  expect([a, b]).toEqual([
    { questions: 2, minutes: 22, meanDifficulty: 2 },
    { questions: 1, minutes: 10, meanDifficulty: 2 },
  ])
})

test('marks what both forms ask, wherever it stands, and counts it once', () => {
  const view = compareForms({ a: planOf([queue], [fence]), b: planOf([fence], [cache]), alike: [] })
  expect(view.shared).toEqual([{ id: 'fence', title: 'Title fence' }])
  expect(view.inCommon).toBeCloseTo(1 / 3)
  expect(view.interviews.map(({ pairs }) => [pairs[0]?.a?.isShared, pairs[0]?.b?.isShared])).toEqual([
    [false, true],
    [true, false],
  ])
})

test.each([
  ['confirmed by a person', true, 'asks the same as'],
  ['suggested', false, 'asks nearly the same as'],
])('names a question of form B that is alike to one of form A, %s', (_how, isConfirmed, words) => {
  const alike = [{ id: 'queue', otherId: 'cache', score: 0.8, isConfirmed }]
  const [said] = compareForms({ a: planOf([queue]), b: planOf([cache]), alike }).alike
  expect(said?.words).toContain(`“Title cache” in A of form B ${words} “Title queue” in form A.`)
  expect(compareForms({ a: planOf([queue, cache]), b: planOf([cache]), alike }).alike).toEqual([])
})
