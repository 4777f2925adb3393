import { expect, test } from 'vitest'
import { makeUsualProblem } from '#tests/support/plan-problems.ts'
import { checkPlan } from './check-plan.ts'
import { loadSolver } from './highs-solver.server.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblemInput } from './plan-problem.schema.ts'
import { readPlanProblem } from './read-plan-problem.ts'

const solver = await loadSolver()

const hour = { minutes: 60, focus: ['api', 'team'] }
const question = {
  minutes: 20,
  difficulty: 'medium' as const,
  kind: 'technical' as const,
  competencies: ['api'],
}

const base: PlanProblemInput = {
  competencies: [
    { id: 'api', name: 'API design', weight: 60, mustHave: true },
    { id: 'team', name: 'Teamwork', weight: 40, coverage: 0 },
  ],
  interviews: [
    { id: 'a', name: 'First', ...hour },
    { id: 'b', name: 'Second', ...hour },
  ],
  questions: [
    { id: 'q1', ...question },
    { id: 'q2', ...question },
    { id: 'q3', ...question, competencies: ['team'], kind: 'behavioural' },
  ],
}

/** Plans, holds the plan against the checker, and gives its questions and everything that it says. */
function plan(changes: Partial<PlanProblemInput>): { asked: string[]; said: string[]; notes: string[] } {
  const read = readPlanProblem({ ...base, ...changes })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const made = planPanel(read.problem, solver)
  const check = checkPlan(read.problem, made.interviews)
  expect(check).toMatchObject({ broken: [], objective: made.objective })
  expect(made.status).toBe('best')
  return {
    asked: made.interviews.flatMap(({ id, questions }) => questions.map((one) => `${one} in ${id}`)).sort(),
    said: made.shortfalls.map(({ words }) => words),
    notes: made.notes,
  }
}

test('nothing falls short of a problem that can be kept', () => {
  expect(plan({})).toMatchObject({ said: [], notes: [] })
})

test.each<[string, Partial<PlanProblemInput>, string[]]>([
  [
    'no question for a must-have',
    { questions: [{ id: 'q3', ...question, competencies: ['team'] }] },
    [
      '“API design”, a must-have, should be probed in 2 interviews and is in none: the bank has no question for it. Write more.',
    ],
  ],
  [
    'one question for a must-have',
    { questions: [{ id: 'q1', ...question }] },
    [
      '“API design”, a must-have, should be probed in 2 interviews and is in 1: the bank has only 1 question for it. Write more.',
    ],
  ],
  [
    'a must-have in the focus of one interview',
    {
      interviews: [
        { id: 'a', ...hour },
        { id: 'b', ...hour, focus: ['team'] },
      ],
    },
    [
      '“API design”, a must-have, should be probed in 2 interviews and is in 1: only 1 interview has it in focus. Add it to another.',
    ],
  ],
  [
    'a must-have without the time',
    {
      interviews: [
        { id: 'a', ...hour },
        { id: 'b', ...hour, minutes: 15 },
      ],
    },
    [
      '“API design”, a must-have, should be probed in 2 interviews and is in 1: its questions do not fit beside what else is needed. Give its interviews more time, or write shorter questions.',
    ],
  ],
  [
    'two pins of one question',
    {
      pins: [
        { question: 'q3', interview: 'b' },
        { question: 'q3', interview: 'a' },
      ],
    },
    [
      '“q3” is pinned in “First” and before that in “Second”, where it stands. A question is asked once: take out one of the pins.',
    ],
  ],
  [
    'a pin of what is banned',
    { pins: [{ question: 'q3', interview: 'a' }], bans: [{ question: 'q3' }] },
    ['“q3” is pinned in “First” and banned there. The ban stands: take out one of the two.'],
  ],
  [
    'pins of the same group',
    {
      questions: base.questions.map((one) => ({ ...one, group: 'g' })),
      competencies: [{ id: 'api', weight: 60 }],
      interviews: [{ id: 'a', name: 'First', minutes: 60, focus: ['api'] }],
      pins: [
        { question: 'q1', interview: 'a' },
        { question: 'q2', interview: 'a' },
      ],
    },
    ['“q1” and 1 other pinned question ask nearly the same. Take out a pin.'],
  ],
  [
    'more pinned than there is time for',
    {
      interviews: [
        { id: 'a', name: 'First', ...hour, minutes: 30, maxQuestions: 1 },
        { id: 'b', ...hour },
      ],
      pins: [
        { question: 'q2', interview: 'a' },
        { question: 'q3', interview: 'a' },
      ],
    },
    [
      '“First” runs 10 minutes over because of what is pinned there. Take out a pin or make it longer.',
      '“First” has 1 pinned question more than the 1 it may have. Take out a pin.',
    ],
  ],
  [
    'a pin where the kind is not asked',
    {
      interviews: [
        { id: 'a', name: 'First', ...hour, kinds: ['technical'] },
        { id: 'b', ...hour },
      ],
      pins: [{ question: 'q3', interview: 'a' }],
    },
    [
      '“q3” is pinned in “First”, which does not ask behavioural questions. Take out the pin or change one of them.',
    ],
  ],
  [
    'more asked for than the bank has',
    {
      interviews: [
        { id: 'a', name: 'First', ...hour, easyOpeners: 1, minHard: 2, minQuestions: 3, maxQuestions: 2 },
        { id: 'b', ...hour },
      ],
      minBehavioural: 2,
    },
    [
      '“First” has 1 question fewer than the 3 it should have. Give it more time, a wider focus or shorter questions.',
      '“First” lacks 1 easy question to open with. Write one in its focus, or give it more time.',
      '“First” has 2 hard questions fewer than it should have. Write one in its focus, or ask for fewer.',
      'The interviews lack 1 behavioural question of the 2 asked for. Allow them in more interviews, or write more.',
    ],
  ],
])('%s gives a plan and these words', (_name, changes, words) => {
  expect(plan(changes).said).toEqual(words)
})

test('what keeps questions out of every plan is noted', () => {
  const { asked, notes } = plan({
    interviews: [
      { id: 'a', ...hour },
      { id: 'b', ...hour },
      { id: 'c', name: 'Third', minutes: 10, buffer: 15, focus: ['api'] },
      { id: 'd', name: 'Fourth', minutes: 30, focus: [] },
    ],
    questions: [
      ...base.questions,
      { id: 'q4', ...question, minutes: 0 },
      { id: 'q5', ...question, competencies: ['cooking'] },
    ],
  })
  expect(asked.map((one) => one.slice(0, 2))).toEqual(['q1', 'q2', 'q3'])
  expect(notes).toEqual([
    '1 question says 0 minutes and is left out unless pinned: “q4”. Say how long it takes.',
    '1 question probes no competency of this panel: “q5”.',
    '“Third” has no minute for questions: 10 minutes, of which 15 are kept free. Make it longer.',
    '“Fourth” has no competency in focus, so nothing is asked there. Give it one.',
  ])
})

test.each([
  [
    { minQuestions: 3, maxQuestions: 1 },
    '“First” should have 3 questions at least and 1 at most: both cannot be. Ask for fewer or allow more.',
  ],
  [
    { minHard: 2, maxHard: 0 },
    '“First” should have 2 hard questions at least and 0 at most: both cannot be. Ask for fewer or allow more.',
  ],
  [
    { easyOpeners: 1, minHard: 1, maxQuestions: 1 },
    '“First” should have 2 easy or hard questions at least and 1 at most: both cannot be. Ask for fewer of them.',
  ],
  [{ minQuestions: 2, maxQuestions: 2, easyOpeners: 1, minHard: 1, maxHard: 1 }, undefined],
])('wishes that rule each other out are named: %j', (wishes, words) => {
  const interviews = [{ id: 'a', name: 'First', ...hour, ...wishes }]
  expect(plan({ interviews }).notes).toEqual(words === undefined ? [] : [words])
})

test('of two groups that share a question, each is asked once', () => {
  const { asked } = plan({
    questions: [
      { id: 'q1', ...question, group: ['g', 'h'], rating: 5 },
      { id: 'q2', ...question, group: 'g', rating: 1 },
      { id: 'q3', ...question, group: 'h', rating: 1 },
      { id: 'q4', ...question },
    ],
  })
  expect(asked.map((one) => one.slice(0, 2))).toEqual(['q1', 'q4'])
})

test('a problem without anything has an empty plan', () => {
  expect(plan({ competencies: [], interviews: [], questions: [] })).toEqual({
    asked: [],
    said: [],
    notes: [],
  })
})

test('100,000 questions give a proven plan', () => {
  const problem = makeUsualProblem({ seed: 8, questions: 100_000, interviews: 4, competencies: 10 })
  const made = planPanel(problem, solver)
  expect(made).toMatchObject({ status: 'best', gap: 0 })
  expect(checkPlan(problem, made.interviews)).toMatchObject({ broken: [], objective: made.objective })
}, 120_000)
