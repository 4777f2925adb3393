import { openThread, type Following } from '#app/lib/worker-thread.server.ts'
import type { FormMatch, MatchProblem } from '#app/domains/panels/forms/match-form.ts'
import type { PlanResult, PlanTask } from './do-plan-task.server.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan, TimedPlan } from './plan.ts'
import type { More } from './what-more.ts'
import type { WhyNot } from './why-not.ts'

const run = openThread<PlanTask, PlanResult>('plan')

/** Plans a panel in a thread of its own, so that saving goes on meanwhile. */
export async function runPlan(problem: PlanProblem, following: Following = {}): Promise<TimedPlan> {
  const result = await run({ kind: 'plan', problem }, following)
  if (result.kind !== 'plan') throw new Error('The planner answered something else.')
  return result.plan
}

/** Why a question is not in the best plan of a problem, computed in the thread of the planner; undefined for an unknown question. */
export async function runWhyNot(
  asked: { problem: PlanProblem; plan: Plan; question: string },
  following: Following = {},
): Promise<WhyNot | undefined> {
  const result = await run({ kind: 'why-not', ...asked }, following)
  if (result.kind !== 'why-not') throw new Error('The planner answered something else.')
  return result.whyNot
}

/** What a little more room in each interview would bring, computed in the thread of the planner. */
export async function runMore(
  asked: { problem: PlanProblem; plan: Plan },
  following: Following = {},
): Promise<More[]> {
  const result = await run({ kind: 'more', ...asked }, following)
  if (result.kind !== 'more') throw new Error('The planner answered something else.')
  return result.more
}

/** The form B that is most alike to a form A, matched in the thread of the planner. */
export async function runMatch(problem: MatchProblem, following: Following = {}): Promise<FormMatch> {
  const result = await run({ kind: 'match-form', problem }, following)
  if (result.kind !== 'match-form') throw new Error('The planner answered something else.')
  return result.match
}
