import { expect, test } from 'vitest'
import { makeSmallProblem, makeUsualProblem } from '#tests/support/plan-problems.ts'
import { checkPlan } from './check-plan.ts'
import { loadSolver } from './highs-solver.server.ts'
import type { LinearModel } from './linear-model.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan } from './plan.ts'

const solver = await loadSolver()

/** The checker must find what the planner says, and nothing that no plan may do. */
function expectSound(problem: PlanProblem, plan: Plan, hint: string): void {
  const check = checkPlan(problem, plan.interviews)
  expect(check.broken, hint).toEqual([])
  expect(plan.objective, hint).toBe(check.objective)
  const said = new Map<string, number>()
  for (const { rule, subject = '', amount, words } of plan.shortfalls) {
    const key = `${rule} ${subject}`.trim()
    said.set(key, (said.get(key) ?? 0) + amount)
    expect(words, hint).toMatch(/^“.*\.$|^The .*\.$/)
  }
  expect([...said].sort(), hint).toEqual([...check.shortfalls].sort())
}

/** The best of all ways to place the questions, by the checker alone. */
function findBestByTrying(problem: PlanProblem): number {
  const interviews = problem.interviews.map(({ id }) => ({ id, questions: new Array<string>() }))
  let best = -Infinity
  const place = (q: number): void => {
    const question = problem.questions[q]
    if (!question) {
      const check = checkPlan(problem, interviews)
      if (check.broken.length === 0) best = Math.max(best, check.objective)
      return
    }
    place(q + 1)
    for (const { questions } of interviews) {
      questions.push(question.id)
      place(q + 1)
      questions.pop()
    }
  }
  place(0)
  return best
}

test.each([1, 101, 201, 301])(
  'no way to place the questions of 100 small problems from seed %i is better',
  (first) => {
    for (let seed = first; seed < first + 100; seed++) {
      const problem = makeSmallProblem(seed)
      const best = findBestByTrying(problem)
      for (const method of ['direct', 'sifting'] as const) {
        const plan = planPanel(problem, solver, { method })
        const hint = `seed ${seed}, ${method}`
        expectSound(problem, plan, hint)
        expect(plan, hint).toMatchObject({ objective: best, bound: best, gap: 0, status: 'best' })
      }
    }
  },
)

test.each([
  { seed: 1, questions: 90, interviews: 5, competencies: 14 },
  { seed: 2, questions: 300, interviews: 4, competencies: 10 },
  { seed: 3, questions: 300, interviews: 6, competencies: 12 },
])('a bank of $questions questions gives the same worth directly and by sifting', (shape) => {
  const problem = makeUsualProblem(shape)
  const direct = planPanel(problem, solver, { method: 'direct' })
  const sifted = planPanel(problem, solver, { method: 'sifting' })
  expectSound(problem, direct, 'direct')
  expectSound(problem, sifted, 'sifting')
  expect(sifted).toMatchObject({ objective: direct.objective, bound: direct.objective, status: 'best' })
  expect(planPanel(problem, solver, { method: 'sifting' })).toEqual(sifted)
})

test.each(['direct', 'sifting'] as const)(
  'a %s search that is ended at once has a plan and an honest bound',
  (method) => {
    const problem = makeUsualProblem({ seed: 9, questions: 60, interviews: 3, competencies: 6 })
    const best = planPanel(problem, solver)
    const hasty = { ...solver, solveMip: (model: LinearModel) => solver.solveMip(model, { nodes: 0 }) }
    const pinned = { ...problem, pins: [{ question: 'q1', interview: 'i1' }] }
    for (const one of [problem, pinned]) {
      const plan = planPanel(one, hasty, { method })
      expectSound(one, plan, method)
      expect(plan.status).toBe('good')
      expect(plan.gap).toBeGreaterThan(0)
      expect(plan.bound).toBeGreaterThanOrEqual(planPanel(one, solver).objective)
      expect(plan.objective).toBeLessThan(best.objective)
    }
  },
)
