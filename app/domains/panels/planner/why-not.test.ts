import { expect, test } from 'vitest'
import { makeSmallProblem, makeUsualProblem } from '#tests/support/plan-problems.ts'
import { loadSolver } from './highs-solver.server.ts'
import type { WorthLine } from './list-worth.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import { listMore } from './what-more.ts'
import { explainWhyNot } from './why-not.ts'

const solver = await loadSolver()
const usual = makeUsualProblem({ seed: 7, questions: 40, interviews: 3, competencies: 6 })
const sum = (lines: readonly WorthLine[]) => lines.reduce((total, { points }) => total + points, 0)

test('the lines of “why not” add up to what the question costs, whatever the problem', () => {
  let explained = 0
  for (let seed = 1; seed <= 120; seed++) {
    const problem = makeSmallProblem(seed)
    const plan = planPanel(problem, solver)
    for (const { id } of problem.questions) {
      const whyNot = explainWhyNot(problem, plan, id, solver)
      expect(whyNot?.words).toContain(`“${id}”`)
      if (whyNot?.cost === undefined) continue
      explained++
      expect(whyNot.lines.length, `seed ${seed}, ${id}`).toBeGreaterThan(0)
      expect(sum(whyNot.lines) + whyNot.cost, `seed ${seed}, ${id}`).toBe(0)
      expect(
        problem.pins.length === 0 && whyNot.cost < 0,
        `seed ${seed}, ${id}: without pins the best plan is the best`,
      ).toBe(false)
    }
  }
  expect(explained).toBeGreaterThan(40)
})

test('each interview that does not take the question says why', () => {
  const interview = {
    minutes: 30,
    buffer: 0,
    focus: ['a'],
    minQuestions: 0,
    maxQuestions: 9,
    kinds: ['technical' as const],
    easyOpeners: 0,
    minHard: 0,
    maxHard: 9,
  }
  const hard = { minutes: 20, difficulty: 'hard' as const, kind: 'technical' as const, competencies: ['a'] }
  const problem: PlanProblem = {
    competencies: [
      { id: 'a', weight: 10, mustHave: false, coverage: 1 },
      { id: 'b', weight: 10, mustHave: false, coverage: 0 },
    ],
    interviews: [
      { id: 'fits', ...interview },
      { id: 'other', ...interview, focus: ['b'] },
      { id: 'kind', ...interview, kinds: ['motivation'] },
      { id: 'short', ...interview, minutes: 25, buffer: 10 },
      { id: 'gentle', ...interview, maxHard: 0 },
      { id: 'banned', ...interview },
    ],
    minBehavioural: 0,
    questions: [
      { id: 'better', ...hard, minutes: 15, difficulty: 'medium', rating: 5 },
      { id: 'also', ...hard, minutes: 15, difficulty: 'medium', rating: 5 },
      { id: 'left', ...hard, rating: 2 },
    ],
    pins: [],
    bans: [
      { question: 'left', interview: 'banned' },
      { question: 'also', interview: 'gentle' },
      { question: 'better', interview: 'gentle' },
      { question: 'also', interview: 'banned' },
      { question: 'better', interview: 'banned' },
    ],
    previous: [],
    weights: {},
  }
  const plan = planPanel(problem, solver)
  const asked = plan.interviews.find(({ id }) => id === 'fits')?.questions
  const whyNot = explainWhyNot(problem, plan, 'left', solver)
  expect(asked).toHaveLength(1)
  expect(whyNot).toMatchObject({
    interview: 'fits',
    cost: 5 * 10 - 2 * 10,
  })
  expect(whyNot?.elsewhere).toEqual([
    '“other” has nothing in focus that it probes.',
    '“kind” asks no technical questions.',
    '“short” has 15 minutes for questions, and it takes 20.',
    '“gentle” takes no hard questions.',
    '“banned” may not have it: it is banned there.',
  ])
  expect(explainWhyNot(problem, plan, asked?.[0] ?? '', solver)?.words).toMatch(/is asked in “fits”/)
  expect(explainWhyNot(problem, plan, 'nobody', solver)).toBeUndefined()
})

test('more room never makes a plan worse, and its lines add up to what it brings', () => {
  const tight = { ...usual, interviews: usual.interviews.map((one) => ({ ...one, maxQuestions: 3 })) }
  const more = listMore(tight, planPanel(tight, solver), solver)
  expect(more.map(({ change }) => change).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'one question'),
    ...Array.from({ length: 3 }, () => 'ten minutes'),
  ])
  for (const { gain, lines, words } of more) {
    expect(gain).toBeGreaterThanOrEqual(0)
    expect(sum(lines)).toBe(gain)
    expect(words).toMatch(gain > 0 ? `bring ${gain} points` : 'nothing')
  }
  expect(more[0]?.gain).toBeGreaterThan(0)
})

test('a plan stays where it was unless something better asks for a change', () => {
  const before = planPanel(usual, solver)
  const [interview] = before.interviews
  const [gone = ''] = interview?.questions ?? []
  const after = planPanel({ ...usual, previous: before.interviews, bans: [{ question: gone }] }, solver)
  const stayed = after.interviews.flatMap(({ questions }, i) =>
    questions.filter((id) => before.interviews[i]?.questions.includes(id)),
  )
  const all = before.interviews.flatMap(({ questions }) => questions)
  expect(stayed.length).toBeGreaterThanOrEqual(all.length - 3)
  expect(stayed).not.toContain(gone)
})
