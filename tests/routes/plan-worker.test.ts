import { expect, test } from 'vitest'
import { loadSolver } from '#app/domains/panels/planner/highs-solver.server.ts'
import { planPanel } from '#app/domains/panels/planner/plan-panel.ts'
import { runMore, runPlan, runWhyNot } from '#app/domains/panels/planner/run-plan.server.ts'
import { listMore } from '#app/domains/panels/planner/what-more.ts'
import { explainWhyNot } from '#app/domains/panels/planner/why-not.ts'
import { makeUsualProblem } from '#tests/support/plan-problems.ts'

const problem = makeUsualProblem({ seed: 6, questions: 60, interviews: 3, competencies: 6 })
const large = makeUsualProblem({ seed: 6, questions: 2_000, interviews: 5, competencies: 12 })

test('the thread gives the plans and explanations that the engine gives', async () => {
  const solver = await loadSolver()
  const plan = planPanel(problem, solver)
  expect(await runPlan(problem)).toEqual({ ...plan, seconds: expect.any(Number) })
  for (const question of ['q0', 'q1', 'q2', 'nobody'])
    expect(await runWhyNot({ problem, plan, question })).toEqual(
      explainWhyNot(problem, plan, question, solver),
    )
  expect(await runMore({ problem, plan })).toEqual(listMore(problem, plan, solver))
})

test('a large plan tells its steps, counted from 1', async () => {
  const steps: number[] = []
  const plan = await runPlan(large, { onStep: (step) => steps.push(step) })
  expect(plan.status).toBe('best')
  expect(steps.length).toBeGreaterThan(1)
  expect(steps).toEqual(steps.map((_, n) => n + 1))
})

test('what is cancelled ends with the reason, and the thread goes on with the next', async () => {
  const leaving = new AbortController()
  const left = runPlan(large, {
    signal: leaving.signal,
    onStep: () => leaving.abort(new Error('they left')),
  })
  const next = runPlan(problem)
  await expect(left).rejects.toThrow('they left')
  expect(await next).toMatchObject({ status: 'best' })
  await expect(runPlan(problem, { signal: leaving.signal })).rejects.toThrow('they left')
})

test('several who ask at once each get their own plan', async () => {
  const problems = [3, 4, 5].map((seed) =>
    makeUsualProblem({ seed, questions: 40, interviews: 2, competencies: 5 }),
  )
  const solver = await loadSolver()
  const plans = await Promise.all(problems.map((one) => runPlan(one)))
  expect(plans.map(({ interviews }) => interviews)).toEqual(
    problems.map((one) => planPanel(one, solver).interviews),
  )
})
