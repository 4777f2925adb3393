import type { PlanProblem } from './plan-problem.schema.ts'

/** Why a pin could not be kept. */
export type RefusedPin = { question: number; interview: number; because: 'banned' | 'elsewhere' }

/** Pins and bans by position: contradictions are settled here, once, before anything is computed. */
export type SettledPins = {
  /** The interview that each question is pinned in; -1 for none. */
  pinnedIn: Int32Array
  refused: RefusedPin[]
  isBanned: (question: number, interview: number) => boolean
}

/** Of two pins of one question the first stands, and a ban outweighs a pin. A pin given twice is one pin. */
export function settlePins(problem: PlanProblem): SettledPins {
  const pinnedIn = new Int32Array(problem.questions.length).fill(-1)
  if (problem.pins.length + problem.bans.length === 0) return { pinnedIn, refused: [], isBanned: () => false }
  const questions = new Map(problem.questions.map(({ id }, q) => [id, q]))
  const interviews = new Map(problem.interviews.map(({ id }, i) => [id, i]))
  const width = interviews.size + 1
  const banned = new Set<number>()
  for (const { question, interview } of problem.bans) {
    const q = questions.get(question)
    const i = interview === undefined ? interviews.size : interviews.get(interview)
    if (q !== undefined && i !== undefined) banned.add(q * width + i)
  }
  const isBanned = (q: number, i: number): boolean =>
    banned.size > 0 && (banned.has(q * width + i) || banned.has(q * width + interviews.size))
  const refused: RefusedPin[] = []
  const seen = new Set<number>()
  for (const pin of problem.pins) {
    const question = questions.get(pin.question)
    const interview = interviews.get(pin.interview)
    if (question === undefined || interview === undefined || seen.has(question * width + interview)) continue
    seen.add(question * width + interview)
    const before = pinnedIn[question]
    if (isBanned(question, interview)) refused.push({ question, interview, because: 'banned' })
    else if (before === -1) pinnedIn[question] = interview
    else if (before !== interview) refused.push({ question, interview, because: 'elsewhere' })
  }
  return { pinnedIn, refused, isBanned }
}
