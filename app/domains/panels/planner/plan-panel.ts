import { chooseBySifting, chooseDirectly, type Choice, type PlanMethod } from './choose-columns.ts'
import { listLeadingQuestions } from './leading-questions.ts'
import type { Solver } from './linear-model.ts'
import { orderQuestions } from './order-questions.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import { layOutSpace, type PlanSpace } from './plan-space.ts'
import type { Plan } from './plan.ts'
import { listNotes } from './plan-notes.ts'
import { listShortfalls } from './shortfalls.ts'

/** Up to here the solver is given every column at once. */
const mostDirect = 1_000

/**
 * Chooses questions for the interviews of a panel. There always is a plan: what cannot be kept falls short, in words.
 * @param settings.method without it, large banks are sifted
 * @param settings.onStep told before each step of work
 */
export function planPanel(
  problem: PlanProblem,
  solver: Solver,
  { method, onStep }: { method?: PlanMethod | undefined; onStep?: () => void } = {},
): Plan {
  const space = layOutSpace({ ...problem, questions: listLeadingQuestions(problem) })
  const isDirect = method === undefined ? space.columns <= mostDirect : method === 'direct'
  const choice = isDirect ? chooseDirectly(space, solver) : chooseBySifting(space, solver, onStep)
  const { objective, bound } = choice
  return {
    interviews: listInterviews(space, choice),
    objective,
    bound,
    gap: (bound - objective) / Math.max(1, Math.abs(objective)),
    status: choice.isProven ? 'best' : 'good',
    shortfalls: listShortfalls(space, choice.sides),
    notes: listNotes(problem),
  }
}

function listInterviews(
  { problem, question, interview }: PlanSpace,
  { columns }: Choice,
): Plan['interviews'] {
  return problem.interviews.map(({ id, easyOpeners }, i) => {
    const here = columns.flatMap((column) => {
      const one = problem.questions[question[column] ?? -1]
      return interview[column] === i && one ? [one] : []
    })
    return { id, questions: orderQuestions(here, easyOpeners).map((one) => one.id) }
  })
}
