import type { PlanProblem } from './plan-problem.schema.ts'

type Question = PlanProblem['questions'][number]

const steps = { easy: 0, medium: 1, hard: 2 } as const

/**
 * The order in which an interview asks: easy openers, then harder and harder, and at the end one that eases out when one is left.
 * @param openers how many easy questions the interview begins with, at least one where there is one
 */
export function orderQuestions(questions: readonly Question[], openers: number): Question[] {
  const ramp = [...questions].sort(
    (a, b) =>
      steps[a.difficulty] - steps[b.difficulty] ||
      b.rating - a.rating ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const easy = ramp.filter(({ difficulty }) => difficulty === 'easy').length
  const first = ramp.splice(0, Math.min(easy, Math.max(1, openers)))
  const [lightest] = ramp
  const hardest = ramp.at(-1)
  const canEase =
    ramp.length > 2 && lightest && hardest && steps[lightest.difficulty] < steps[hardest.difficulty]
  return canEase ? [...first, ...ramp.slice(1), lightest] : [...first, ...ramp]
}
