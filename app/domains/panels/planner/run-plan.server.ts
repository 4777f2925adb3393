import { openThread } from '#app/lib/worker-thread.server.ts'
import type { PlanResult, PlanTask, TimedPlan } from './do-plan-task.server.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan } from './plan.ts'
import type { More } from './what-more.ts'
import type { WhyNot } from './why-not.ts'

/** How to follow and to stop what goes on in the thread. */
export type Following = {
  /** Told the number of each step of work; how many there will be is not known. */
  onStep?: (step: number) => void
  /** Stops the work at once; the promise is then rejected with the reason of the signal. */
  signal?: AbortSignal | undefined
}

type Unfollowed<T> = T extends PlanTask ? Omit<T, 'cancelled'> : never

const give = openThread<PlanTask, PlanResult>('plan')

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

async function run(task: Unfollowed<PlanTask>, { onStep, signal }: Following): Promise<PlanResult> {
  signal?.throwIfAborted()
  // Shared memory: the thread is deep inside the solver and reads no messages.
  const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const stop = (): void => {
    Atomics.store(cancelled, 0, 1)
  }
  signal?.addEventListener('abort', stop)
  try {
    const result = await give({ ...task, cancelled }, onStep)
    signal?.throwIfAborted()
    return result
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
