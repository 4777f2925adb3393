import type { PlanProblem } from './plan-problem.schema.ts'

type Question = PlanProblem['questions'][number]

/** No competency asks for coverage in more interviews, so that counts of what there is stay right. */
const leastKept = 24

/**
 * Leaves out questions that no plan needs: of those that are alike in competencies, kind, difficulty and rating, the shortest are as good
 * as any, and a plan asks no more of them than its interviews may ask in all. What a pin, a ban, a group or an earlier plan names stays.
 * @returns the questions that stay, in their order
 */
export function listLeadingQuestions(problem: PlanProblem): Question[] {
  const { questions, interviews, pins, bans, previous } = problem
  if (questions.length <= leastKept) return questions
  /** How many questions of so many minutes, or longer, all interviews together may ask. */
  const mostOf = (shortest: number): number =>
    interviews.reduce(
      (sum, { minutes, buffer, maxQuestions }) =>
        sum + Math.min(maxQuestions, Math.floor(Math.max(0, minutes - buffer) / shortest)),
      0,
    )
  const named = new Set([
    ...pins.map(({ question }) => question),
    ...bans.map(({ question }) => question),
    ...previous.flatMap((interview) => interview.questions),
  ])
  const alike = new Map<string, number[]>()
  const kept = new Uint8Array(questions.length)
  questions.forEach((one, q) => {
    const isPlain = one.group === undefined || one.group.length === 0
    if (!isPlain || one.minutes === 0 || named.has(one.id)) {
      kept[q] = 1
      return
    }
    const key = JSON.stringify([one.kind, one.difficulty, one.rating, [...one.competencies].sort()])
    const others = alike.get(key)
    if (others) others.push(q)
    else alike.set(key, [q])
  })
  const minutesOf = (q: number): number => questions[q]?.minutes ?? 0
  for (const group of alike.values()) {
    group.sort((a, b) => minutesOf(a) - minutesOf(b) || a - b)
    const most = Math.max(leastKept, mostOf(minutesOf(group[0] ?? 0)))
    for (const q of group.slice(0, most)) kept[q] = 1
  }
  return questions.filter((_, q) => kept[q] === 1)
}
