import type { Asker } from '#app/lib/worker-thread.server.ts'
import { matchForm, type FormMatch, type MatchProblem } from '#app/domains/panels/forms/match-form.ts'
import { loadSolver } from './highs-solver.server.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan, TimedPlan } from './plan.ts'
import { listMore, type More } from './what-more.ts'
import { explainWhyNot, type WhyNot } from './why-not.ts'

/** What the planner is asked for. */
export type PlanTask =
  | { kind: 'plan'; problem: PlanProblem }
  | { kind: 'why-not'; problem: PlanProblem; plan: Plan; question: string }
  | { kind: 'more'; problem: PlanProblem; plan: Plan }
  | { kind: 'match-form'; problem: MatchProblem }

export type PlanResult =
  | { kind: 'plan'; plan: TimedPlan }
  | { kind: 'why-not'; whyNot: WhyNot | undefined }
  | { kind: 'more'; more: More[] }
  | { kind: 'match-form'; match: FormMatch }

/**
 * Does one task of planning with a solver that stays warm for the next.
 * @param asker is told the number of each step of work, from 1 on
 * @throws an Error named PlanCancelled when nobody wants the result any more
 */
export async function doPlanTask(task: PlanTask, { onStep, cancelled }: Asker): Promise<PlanResult> {
  const solver = await loadSolver(() => Atomics.load(cancelled, 0) !== 0)
  let steps = 0
  const count = (): void => onStep(++steps)
  switch (task.kind) {
    case 'plan': {
      const startedAt = performance.now()
      const plan = planPanel(task.problem, solver, { onStep: count })
      return { kind: 'plan', plan: { ...plan, seconds: (performance.now() - startedAt) / 1_000 } }
    }
    case 'why-not':
      return { kind: 'why-not', whyNot: explainWhyNot(task.problem, task.plan, task.question, solver, count) }
    case 'more':
      return { kind: 'more', more: listMore(task.problem, task.plan, solver, count) }
    case 'match-form':
      return { kind: 'match-form', match: matchForm(task.problem, solver) }
  }
}
