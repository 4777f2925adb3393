import type { Solver } from './linear-model.ts'
import { listDifference, type WorthLine } from './list-worth.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan } from './plan.ts'
import { nameOf } from './shortfalls.ts'

/** What a little more room in one interview would bring. */
export type More = {
  interview: string
  change: 'ten minutes' | 'one question'
  /** Points that the best plan gains; 0 when it brings nothing. */
  gain: number
  words: string
  lines: WorthLine[]
}

const moreMinutes = 10

/** For every interview, what ten more minutes would bring, and one more question where their number is what limits it. Most first. */
export function listMore(
  problem: PlanProblem,
  plan: Plan,
  solver: Solver,
  onStep: () => void = () => {},
): More[] {
  return problem.interviews
    .flatMap((interview, i) => {
      const { id, maxQuestions } = interview
      const isFull = (plan.interviews[i]?.questions.length ?? 0) >= maxQuestions
      const widen = (change: More['change'], to: Partial<typeof interview>): More => {
        const interviews = problem.interviews.map((one) => (one.id === id ? { ...one, ...to } : one))
        const wider = { ...problem, interviews }
        const better = planPanel(wider, solver, { onStep })
        const gain = better.objective - plan.objective
        const what = change === 'ten minutes' ? 'Ten more minutes' : 'One more question'
        return {
          interview: id,
          change,
          gain,
          words: `${what} for ${nameOf(interview)} would ${gain > 0 ? `bring ${gain.toLocaleString('en')} points` : 'bring nothing'}.`,
          lines: listDifference(plan, better, { from: problem, to: wider }),
        }
      }
      return [
        widen('ten minutes', { minutes: interview.minutes + moreMinutes }),
        ...(isFull ? [widen('one question', { maxQuestions: maxQuestions + 1 })] : []),
      ]
    })
    .sort((a, b) => b.gain - a.gain)
}
