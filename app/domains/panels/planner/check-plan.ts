import type { PlanProblem } from './plan-problem.schema.ts'
import { defaultPlanWeights, type PlanRule } from './plan-weights.ts'

/** What a plan is worth by the rules alone, by how much each falls short, and what no plan may do. */
export type PlanCheck = {
  objective: number
  /** `rule subject` to units, what is not 0. */
  shortfalls: Map<string, number>
  broken: string[]
}

type Placed = { question: PlanProblem['questions'][number]; interview: string; isPinned: boolean }

/** The rule and the subject that a key of `shortfalls` names. */
export function readKey(key: string): [rule: PlanRule, subject: string | undefined] {
  const end = key.indexOf(' ')
  // why: `miss` below writes the keys from rules alone.
  return end === -1 ? [key as PlanRule, undefined] : [key.slice(0, end) as PlanRule, key.slice(end + 1)]
}

/**
 * Reads a plan by the rules of the problem. It shares nothing with what builds plans, so that an error there cannot hide here.
 * @param interviews the questions of every interview, by id
 */
export function checkPlan(
  problem: PlanProblem,
  interviews: readonly { id: string; questions: readonly string[] }[],
): PlanCheck {
  const weights = { ...defaultPlanWeights, ...problem.weights }
  const broken: string[] = []
  const shortfalls = new Map<string, number>()
  let objective = 0
  const miss = (rule: PlanRule, subject: string, amount: number): void => {
    if (amount <= 0) return
    const key = `${rule} ${subject}`.trim()
    shortfalls.set(key, (shortfalls.get(key) ?? 0) + amount)
    objective -= amount * weights[rule]
  }
  const { standing, refused } = readPins(problem)
  for (const id of refused) miss('pin', id, 1)
  const byId = new Map(problem.questions.map((question) => [question.id, question]))
  const placed: Placed[] = []
  for (const { id, questions } of interviews)
    for (const name of questions) {
      const question = byId.get(name)
      if (question) placed.push({ question, interview: id, isPinned: standing.get(name) === id })
      else broken.push(`${name} is no question.`)
    }
  if (interviews.map(({ id }) => id).join('\n') !== problem.interviews.map(({ id }) => id).join('\n'))
    broken.push('The interviews are others.')
  const names = placed.map(({ question }) => question.id)
  if (new Set(names).size < names.length) broken.push('A question stands twice.')
  for (const [question, interview] of standing)
    if (!placed.some((one) => one.question.id === question && one.interview === interview))
      broken.push(`${question} is not where it is pinned.`)
  for (const { question, interview } of problem.bans)
    if (
      placed.some(
        (one) => one.question.id === question && (interview === undefined || one.interview === interview),
      )
    )
      broken.push(`${question} is banned.`)

  for (const interview of problem.interviews) {
    const here = placed.filter((one) => one.interview === interview.id)
    const focus = problem.competencies.filter(({ id }) => interview.focus.includes(id))
    const before = problem.previous
      .filter(({ id }) => id === interview.id)
      .flatMap(({ questions }) => questions)
    for (const { question, isPinned } of here) {
      const probed = focus.filter(({ id }) => question.competencies.includes(id))
      objective += question.rating * probed.reduce((sum, { weight }) => sum + weight, 0)
      if (before.includes(question.id)) objective += weights.stay
      const fits = probed.length > 0 && interview.kinds.includes(question.kind) && question.minutes > 0
      if (fits) continue
      if (isPinned) miss('misfit', question.id, 1)
      else broken.push(`${question.id} does not belong in ${interview.id}.`)
    }
    for (const { id, weight } of focus)
      if (here.some(({ question }) => question.competencies.includes(id)))
        objective += weights.covered * weight
    const limit = (rule: PlanRule, most: number, of: (one: Placed) => number): void => {
      const used = here.reduce((sum, one) => sum + of(one), 0)
      const pinned = here.reduce((sum, one) => sum + (one.isPinned ? of(one) : 0), 0)
      if (used > Math.max(most, pinned))
        broken.push(`${interview.id}: ${rule} is ${used}, more than ${most}.`)
      miss(rule, interview.id, pinned - most)
    }
    limit('time', Math.max(0, interview.minutes - interview.buffer), ({ question }) => question.minutes)
    limit('maxQuestions', interview.maxQuestions, () => 1)
    limit('maxHard', interview.maxHard, ({ question }) => (question.difficulty === 'hard' ? 1 : 0))
    const count = (difficulty: string): number =>
      here.filter(({ question }) => question.difficulty === difficulty).length
    miss('minQuestions', interview.id, interview.minQuestions - here.length)
    miss('easyOpeners', interview.id, interview.easyOpeners - count('easy'))
    miss('minHard', interview.id, interview.minHard - count('hard'))
  }

  for (const { id, mustHave, coverage } of problem.competencies) {
    const probing = problem.interviews.filter(
      (interview) =>
        interview.focus.includes(id) &&
        placed.some((one) => one.interview === interview.id && one.question.competencies.includes(id)),
    )
    miss(mustHave ? 'mustHave' : 'coverage', id, coverage - probing.length)
  }
  const behavioural = placed.filter(({ question }) => question.kind === 'behavioural').length
  miss('minBehavioural', '', problem.minBehavioural - behavioural)
  checkGroups(placed, broken, miss, problem)
  return { objective, shortfalls, broken }
}

function checkGroups(
  placed: readonly Placed[],
  broken: string[],
  miss: (rule: PlanRule, subject: string, amount: number) => void,
  problem: PlanProblem,
): void {
  const groupsOf = ({ group }: Placed['question']): string[] =>
    group === undefined ? [] : typeof group === 'string' ? [group] : [...new Set(group)]
  for (const group of new Set(placed.flatMap(({ question }) => groupsOf(question)))) {
    const members = placed.filter(({ question }) => groupsOf(question).includes(group))
    const pinned = members.filter(({ isPinned }) => isPinned)
    if (members.length > Math.max(1, pinned.length)) broken.push(`${group} is asked ${members.length} times.`)
    // Named after the one that stands first in the bank.
    const first = problem.questions.find(({ id }) => pinned.some(({ question }) => question.id === id))
    miss('repeated', first?.id ?? '', pinned.length - 1)
  }
}

/** Which pins stand: a ban outweighs a pin, and of two pins of a question the first stands. */
function readPins(problem: PlanProblem): { standing: Map<string, string>; refused: string[] } {
  const standing = new Map<string, string>()
  const refused: string[] = []
  const pins = problem.pins.filter(
    (pin, p) =>
      problem.pins.findIndex((one) => one.question === pin.question && one.interview === pin.interview) === p,
  )
  for (const { question, interview } of pins) {
    const isBanned = problem.bans.some(
      (ban) => ban.question === question && (ban.interview === undefined || ban.interview === interview),
    )
    if (isBanned || standing.has(question)) refused.push(question)
    else standing.set(question, interview)
  }
  return { standing, refused }
}
