import { expect, test } from 'vitest'
import { computeCoverage } from './coverage.ts'
import type { PanelPlan, PlannedQuestion } from './panel.ts'
import { listProblems } from './problems.ts'

function question(id: string, minutes: number, primary: string, others: string[] = []): PlannedQuestion {
  return {
    questionId: id,
    content: {
      title: `Title ${id}`,
      prompt: 'What do you do?',
      kind: 'technical',
      difficulty: 'medium',
      minutes,
      primaryCompetency: primary,
      otherCompetencies: others,
      rubrics: [{ scale: 'four-point' }],
    },
  }
}

function interview(letter: string, over: Partial<PanelPlan['interviews'][number]> = {}) {
  return {
    id: letter,
    letter,
    focus: `Focus ${letter}`,
    minutes: 30,
    competencyIds: [],
    interviewerIds: ['kwame'],
    questions: [],
    ...over,
  }
}

function plan(over: Partial<PanelPlan> = {}): PanelPlan {
  return {
    name: 'Panel',
    role: { id: 'role', name: 'Role' },
    scale: { id: 'four-point', name: 'Four points' },
    competencies: [
      { id: 'design', name: 'Design', weight: 60, gate: 2.5 },
      { id: 'security', name: 'Security', weight: 40, gate: null },
    ],
    interviews: [
      interview('A', {
        competencyIds: ['design'],
        questions: [question('one', 12, 'design', ['security']), question('two', 10, 'design')],
      }),
      interview('B', {
        competencyIds: ['security'],
        questions: [question('three', 35, 'security', ['design'])],
      }),
    ],
    ...over,
  }
}

test('minutes go to the rated competency, and touching is counted apart', () => {
  const { rows } = computeCoverage(plan())
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
  const { rows, mustHaves } = computeCoverage(plan())
  expect(rows.map((row) => [row.testedIn, row.touchedIn])).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(mustHaves).toEqual({ tested: 0, all: 1 })
})

test('an interview has free minutes or minutes over, never both', () => {
  const { columns } = computeCoverage(plan())
  expect(columns.map((column) => [column.usedMinutes, column.freeMinutes, column.overMinutes])).toEqual([
    [22, 8, 0],
    [35, 0, 5],
  ])
})

test('a plan without interviews has empty rows and no minutes', () => {
  const { rows, totals } = computeCoverage(plan({ interviews: [] }))
  expect(rows.map((row) => row.cells)).toEqual([[], []])
  expect(totals).toEqual({ interviews: 0, slotMinutes: 0, questions: 0, usedMinutes: 0 })
})

test('what falls short is said in words, with its place', () => {
  expect(listProblems(plan()).map((problem) => [problem.isBlocking, problem.place])).toEqual([
    [false, { kind: 'interview', id: 'B' }],
    [false, { kind: 'competency', id: 'design' }],
  ])
})

test.each<[string, Partial<PanelPlan>, string, boolean]>([
  ['no interviewer', { interviews: [interview('A', { interviewerIds: [] })] }, 'no interviewer yet', false],
  ['no questions', { interviews: [interview('A')] }, 'has no questions', true],
  ['a weighted competency that nothing tests', { interviews: [interview('A')] }, 'stays partial', false],
  ['a must-have that nothing tests', { interviews: [interview('A')] }, 'nobody could meet its bar', true],
  [
    'a scale without anchors',
    { scale: { id: 'five-point', name: 'Five points' } },
    'no anchors for the Five points scale',
    true,
  ],
  [
    'a question whose competency has no weight',
    { interviews: [interview('A', { questions: [question('one', 5, 'elsewhere')] })] },
    'counts for nothing',
    false,
  ],
])('%s is a problem', (_name, over, words, isBlocking) => {
  const found = listProblems(plan(over)).find((problem) => problem.text.includes(words))
  expect(found?.isBlocking).toBe(isBlocking)
})
