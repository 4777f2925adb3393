import { expect, test } from 'vitest'
import { computeCoverage } from './coverage.ts'
import type { PanelPlan, PlannedQuestion } from './panel.ts'
import { listStructure } from './structure.ts'

function question(id: string, over: Partial<PlannedQuestion['content']> = {}): PlannedQuestion {
  const content: PlannedQuestion['content'] = {
    title: id,
    prompt: '',
    kind: 'situational',
    difficulty: 'medium',
    minutes: 10,
    primaryCompetency: 'design',
    otherCompetencies: [],
    rubrics: [{ scale: 'four-point' }],
    ...over,
  }
  return { questionId: id, content }
}

function panel(questions: PlannedQuestion[], interviewerIds = ['kwame', 'ada']): PanelPlan {
  return {
    name: 'Panel',
    role: { id: 'role', name: 'Role' },
    scale: { id: 'four-point', name: 'Four points' },
    competencies: [{ id: 'design', name: 'Design', weight: 100, gate: null }],
    interviews: [
      { id: 'a', letter: 'A', focus: 'Talk', minutes: 60, competencyIds: [], interviewerIds, questions },
    ],
  }
}

const good = ['1', '2', '3', '4'].map((id) => question(id))
const shortOf = (plan: PanelPlan) =>
  listStructure(plan, computeCoverage(plan))
    .filter(({ state }) => state === 'short')
    .map(({ name }) => name)

test.each<[string, PanelPlan, string[]]>([
  ['a plan that has it all falls short of nothing', panel(good), []],
  ['fewer than four questions', panel(good.slice(0, 3)), ['Enough questions']],
  [
    'a question for no competency of the panel',
    panel([...good, question('5', { primaryCompetency: 'other' })]),
    ['Tied to the job'],
  ],
  [
    'questions about knowledge alone',
    panel(good.map(({ questionId }) => question(questionId, { kind: 'technical' }))),
    ['What people did or would do'],
  ],
  [
    'a question without anchors',
    panel([...good, question('5', { rubrics: [] })]),
    ['Each answer on anchors'],
  ],
  ['one interviewer', panel(good, ['kwame']), ['Several interviewers']],
  ['no interviewer', panel(good, []), ['Several interviewers', 'The same interviewers for everybody']],
  [
    'nothing planned',
    panel([], []),
    [
      'Tied to the job',
      'What people did or would do',
      'Enough questions',
      'Each answer on anchors',
      'Several interviewers',
      'The same interviewers for everybody',
    ],
  ],
])('%s', (_name, plan, expected) => {
  expect(shortOf(plan)).toEqual(expected)
})

test('what falls short stands first, what the program sees to last', () => {
  const plan = panel(good.slice(0, 3))
  const states = listStructure(plan, computeCoverage(plan)).map(({ state }) => state)
  expect(states[0]).toBe('short')
  expect(states.at(-1)).toBe('built in')
  expect(states).toHaveLength(10)
})
