import { expect, test } from 'vitest'
import { drawBelow } from '#tests/support/plan-problems.ts'
import { checkPlan } from './check-plan.ts'
import { loadSolver } from './highs-solver.server.ts'
import { listLeadingQuestions } from './leading-questions.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'

const solver = await loadSolver()

/** A bank in which many questions differ in nothing but their minutes. */
function makeProblem(seed: number, changes: Partial<PlanProblem> = {}): PlanProblem {
  const draw = drawBelow(seed)
  const slot = { buffer: 5, kinds: ['technical', 'behavioural'] as const, easyOpeners: 1, minHard: 1 }
  return {
    competencies: [
      { id: 'a', weight: 60, mustHave: true, coverage: 2 },
      { id: 'b', weight: 40, mustHave: false, coverage: 1 },
    ],
    interviews: [45, 60].map((minutes, i) => ({
      ...slot,
      id: `i${i}`,
      kinds: [...slot.kinds],
      minutes,
      focus: i === 0 ? ['a'] : ['a', 'b'],
      minQuestions: 2,
      maxQuestions: 6,
      maxHard: 2,
    })),
    minBehavioural: 2,
    questions: Array.from({ length: 300 }, (_, q) => ({
      id: `q${q}`,
      minutes: 4 + draw(20),
      difficulty: (['easy', 'hard'] as const)[draw(2)] ?? 'easy',
      kind: (['technical', 'behavioural'] as const)[draw(2)] ?? 'technical',
      rating: 3,
      competencies: [draw(2) === 0 ? 'a' : 'b'],
    })),
    pins: [],
    bans: [],
    previous: [],
    weights: {},
    ...changes,
  }
}

test.each([1, 2, 3, 4])('leaving questions out costs nothing: bank %i', (seed) => {
  const problem = makeProblem(seed, {
    pins: [{ question: 'q7', interview: 'i0' }],
    bans: [{ question: 'q8' }],
    previous: [{ id: 'i1', questions: ['q9'] }],
  })
  expect(listLeadingQuestions(problem).length).toBeLessThan(250)
  // A group of its own keeps each question, and changes no plan.
  const questions = problem.questions.map((one) => ({ ...one, group: [one.id] }))
  const whole = { ...problem, questions }
  expect(listLeadingQuestions(whole)).toHaveLength(300)
  const made = planPanel(problem, solver)
  expect(made.objective).toBe(planPanel(whole, solver).objective)
  expect(checkPlan(problem, made.interviews)).toMatchObject({ broken: [], objective: made.objective })
})

test('what people named stays, the shortest of the rest lead, and the order is kept', () => {
  const questions = makeProblem(5).questions.map((one, q) => ({
    ...one,
    minutes: 300 - q,
    kind: 'technical' as const,
    difficulty: 'easy' as const,
    competencies: ['a'],
    ...(q === 3 ? { group: 'g' } : {}),
  }))
  const problem = makeProblem(5, {
    questions,
    pins: [{ question: 'q0', interview: 'i0' }],
    bans: [{ question: 'q1', interview: 'i1' }],
    previous: [{ id: 'i0', questions: ['q2', 'gone'] }],
  })
  expect(listLeadingQuestions(problem).map(({ id }) => id)).toEqual(
    questions.filter((_, q) => q <= 3 || q >= 276).map(({ id }) => id),
  )
  expect(listLeadingQuestions({ ...problem, questions: questions.slice(0, 20) })).toHaveLength(20)
})
