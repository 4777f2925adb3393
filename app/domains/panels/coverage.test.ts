import { expect, test } from 'vitest'
import { planInterview, planQuestion, planWith } from '#tests/support/plan.ts'
import { computeCoverage } from './coverage.ts'
import type { PanelPlan } from './panel.ts'
import { listProblems } from './problems.ts'

test('minutes go to the rated competency, and touching is counted apart', () => {
  const { rows } = computeCoverage(planWith())
  expect(rows.map((row) => row.cells.map((cell) => [cell.ratedMinutes, cell.touchedMinutes]))).toEqual([
    [
      [22, 0],
      [0, 35],
    ],
    [
      [0, 12],
      [35, 0],
    ],
  ])
})

test('a competency counts as tested only where it is rated', () => {
  const { rows, mustHaves } = computeCoverage(planWith())
  expect(rows.map((row) => [row.testedIn, row.touchedIn])).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(mustHaves).toEqual({ tested: 0, all: 1 })
})

test('an interview has free minutes or minutes over, never both', () => {
  const { columns } = computeCoverage(planWith())
  expect(columns.map((column) => [column.usedMinutes, column.freeMinutes, column.overMinutes])).toEqual([
    [22, 8, 0],
    [35, 0, 5],
  ])
})

test('a plan without interviews has empty rows and no minutes', () => {
  const { rows, totals } = computeCoverage(planWith({ interviews: [] }))
  expect(rows.map((row) => row.cells)).toEqual([[], []])
  expect(totals).toEqual({ interviews: 0, slotMinutes: 0, questions: 0, usedMinutes: 0 })
})

test('what falls short is said in words, with its place', () => {
  expect(listProblems(planWith()).map((problem) => [problem.isBlocking, problem.place])).toEqual([
    [false, { kind: 'interview', id: 'B' }],
    [false, { kind: 'competency', id: 'design' }],
  ])
})

test.each<[string, Partial<PanelPlan>, string, boolean]>([
  [
    'no interviewer',
    { interviews: [planInterview('A', { interviewerIds: [] })] },
    'no interviewer yet',
    false,
  ],
  ['no questions', { interviews: [planInterview('A')] }, 'has no questions', true],
  ['a weighted competency that nothing tests', { interviews: [planInterview('A')] }, 'stays partial', false],
  ['a must-have that nothing tests', { interviews: [planInterview('A')] }, 'nobody could meet its bar', true],
  [
    'a scale without anchors',
    { scale: { id: 'five-point', name: 'Five points' } },
    'no anchors for the Five points scale',
    true,
  ],
  [
    'a question whose competency has no weight',
    { interviews: [planInterview('A', { questions: [planQuestion('one', 5, 'elsewhere')] })] },
    'counts for nothing',
    false,
  ],
])('%s is a problem', (_name, over, words, isBlocking) => {
  const found = listProblems(planWith(over)).find((problem) => problem.text.includes(words))
  expect(found?.isBlocking).toBe(isBlocking)
})
