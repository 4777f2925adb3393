import type { Solver } from './linear-model.ts'
import { listDifference, type WorthLine } from './list-worth.ts'
import { planPanel } from './plan-panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan } from './plan.ts'
import { nameOf } from './shortfalls.ts'

/** Why a question is not in a plan: in words, and where it could stand, the best plan that has it. */
export type WhyNot = {
  question: string
  words: string
  /**
   * Points that the plan would lose; 0 when it is as good with the question, below 0 when the pin breaks what pays; none when the
   * question can stand nowhere.
   */
  cost?: number
  interview?: string
  lines: WorthLine[]
  /** For each interview that does not take it, the reason. */
  elsewhere: string[]
}

type Question = PlanProblem['questions'][number]
type Interview = PlanProblem['interviews'][number]

/**
 * Pins the question where it fits, plans again, and compares line by line.
 * @param plan the best plan of the problem
 * @returns undefined when there is no such question
 */
export function explainWhyNot(
  problem: PlanProblem,
  plan: Plan,
  question: string,
  solver: Solver,
  onStep: () => void = () => {},
): WhyNot | undefined {
  const one = problem.questions.find(({ id }) => id === question)
  if (!one) return undefined
  const standing = plan.interviews.findIndex(({ questions }) => questions.includes(question))
  if (standing !== -1) {
    const at = nameOf(problem.interviews[standing])
    return { question, words: `${nameOf(one)} is asked in ${at}.`, lines: [], elsewhere: [] }
  }
  const reasons = problem.interviews.map((interview) => ({
    interview,
    reason: findReason(problem, one, interview),
  }))
  const elsewhere = reasons.flatMap(({ interview, reason }) =>
    reason === undefined ? [] : [`${nameOf(interview)} ${reason}.`],
  )
  const tries = reasons.flatMap(({ interview, reason }) => {
    if (reason !== undefined) return []
    const pinned = { ...problem, pins: [...problem.pins, { question, interview: interview.id }] }
    return [{ interview, pinned, plan: planPanel(pinned, solver, { onStep }) }]
  })
  const [best] = tries.sort((a, b) => b.plan.objective - a.plan.objective)
  if (!best)
    return {
      question,
      words: `${nameOf(one)} can stand in no interview of this panel.`,
      lines: [],
      elsewhere,
    }
  const cost = plan.objective - best.plan.objective
  return {
    question,
    cost,
    interview: best.interview.id,
    words: compareInWords(one, best.interview, cost),
    lines: listDifference(plan, best.plan, { from: problem, to: best.pinned }),
    elsewhere,
  }
}

function compareInWords(question: Question, interview: Interview, cost: number): string {
  const name = nameOf(question)
  const at = nameOf(interview)
  if (cost > 0)
    return `With ${name} in ${at}, where it costs least, the best plan is worth ${cost} points less.`
  if (cost === 0) return `A plan with ${name} in ${at} is worth as much. Pin it there if you prefer it.`
  return `${name} fits into ${at} only when a pin breaks a rule that is kept otherwise; the plan is then worth ${-cost} points more.`
}

function findReason(problem: PlanProblem, question: Question, interview: Interview): string | undefined {
  const isBanned = problem.bans.some(
    (ban) => ban.question === question.id && (ban.interview ?? interview.id) === interview.id,
  )
  if (isBanned) return 'may not have it: it is banned there'
  const asked = interview.focus.filter((id) => question.competencies.includes(id))
  if (!problem.competencies.some(({ id }) => asked.includes(id))) return 'has nothing in focus that it probes'
  if (!interview.kinds.includes(question.kind)) return `asks no ${question.kind} questions`
  if (question.minutes === 0) return 'cannot tell how long it takes: it says 0 minutes'
  const free = Math.max(0, interview.minutes - interview.buffer)
  if (question.minutes > free) return `has ${free} minutes for questions, and it takes ${question.minutes}`
  if (question.difficulty === 'hard' && interview.maxHard === 0) return 'takes no hard questions'
  if (interview.maxQuestions === 0) return 'takes no questions'
  return undefined
}
