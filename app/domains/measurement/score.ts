/** One level given by one interviewer to one candidate, for a question that has this primary competency. */
export type GivenLevel = { interviewerId: string; competencyId: string; questionId: string; level: number }

/** What one interviewer's ratings of one competency come to. */
export type InterviewerScore = { interviewerId: string; mean: number; ratings: number }

/** The cell of a candidate and a competency: in points of the panel's scale. */
export type CompetencyScore = {
  mean: number
  interviewers: InterviewerScore[]
  /** The farthest two interviewers are apart. */
  spread: number
}

/** The sum of a candidate; `scored` of `wanted` competencies have a score. */
export type OverallScore = { mean: number; scored: number; wanted: number; isPartial: boolean }

export type GateStanding = 'met' | 'not-met' | 'unclear'

/** From this far apart on, two interviewers disagree. */
export const disagreementLevels = 2

/** Below this share of the weight, or below this many interviewers, candidates are not put in an order. */
export const leastCoverage = 0.6
export const leastInterviewers = 2

/** Means of thirds and sixths miss a bound by less than this, for want of digits. */
const slack = 1e-9

/**
 * The score of one competency: the mean over interviewers of each one's own mean, so that nobody
 * counts more for having asked more (DESIGN §4.9). Not asked, no evidence and unrated never come in here.
 * @param levels every level given in this competency to one candidate
 * @returns null when there is none
 */
export function scoreCompetency(levels: readonly GivenLevel[]): CompetencyScore | null {
  const byInterviewer = new Map<string, number[]>()
  for (const given of levels) {
    byInterviewer.set(given.interviewerId, [...(byInterviewer.get(given.interviewerId) ?? []), given.level])
  }
  if (byInterviewer.size === 0) return null
  const interviewers = [...byInterviewer]
    .map(([interviewerId, own]) => ({ interviewerId, mean: meanOf(own), ratings: own.length }))
    .sort((a, b) => a.mean - b.mean || (a.interviewerId < b.interviewerId ? -1 : 1))
  const means = interviewers.map((entry) => entry.mean)
  return { mean: meanOf(means), interviewers, spread: Math.max(...means) - Math.min(...means) }
}

/**
 * The weighted mean of the scored competencies. A missing one is left out and shown as missing; it is never 0,
 * and the result is marked partial.
 * @param cells by competency id
 * @param weights by competency id, any positive numbers
 * @returns null when nothing is scored
 */
export function scoreOverall(
  cells: ReadonlyMap<string, CompetencyScore>,
  weights: ReadonlyMap<string, number>,
): OverallScore | null {
  let sum = 0
  let weightScored = 0
  let scored = 0
  for (const [competencyId, weight] of weights) {
    const cell = cells.get(competencyId)
    if (!cell) continue
    sum += cell.mean * weight
    weightScored += weight
    scored++
  }
  if (scored === 0) return null
  return { mean: sum / weightScored, scored, wanted: weights.size, isPartial: scored < weights.size }
}

/**
 * Whether the raw scores reach the bar of a must-have. Unclear with fewer than two interviewers, or when they
 * disagree: then the question is asked again. A gate never rejects by itself.
 * @param bar in points of the scale
 */
export function standAtGate(cell: CompetencyScore | null, bar: number): GateStanding {
  if (!cell || cell.interviewers.length < leastInterviewers || isDisagreement(cell)) return 'unclear'
  return cell.mean >= bar - slack ? 'met' : 'not-met'
}

/** Whether two interviewers stand so far apart that the debrief should talk about it. */
export function isDisagreement(cell: CompetencyScore): boolean {
  return cell.interviewers.length > 1 && cell.spread >= disagreementLevels - slack
}

/**
 * Whether a candidate may stand in an order at all.
 * @param given the share of the weight that is scored, and how many interviewers rated anything
 */
export function isOrderable(given: {
  weightScored: number
  weightWanted: number
  interviewers: number
}): boolean {
  return (
    given.interviewers >= leastInterviewers &&
    given.weightWanted > 0 &&
    given.weightScored / given.weightWanted >= leastCoverage
  )
}

/**
 * The share of questions that every candidate was asked, among all that anyone was asked.
 * @param askedByCandidate per candidate, the ids of the questions asked
 * @returns 0 to 1; null with fewer than two candidates who were asked anything
 */
export function shareInCommon(askedByCandidate: readonly ReadonlySet<string>[]): number | null {
  const asked = askedByCandidate.filter((questions) => questions.size > 0)
  if (asked.length < 2) return null
  const all = new Set(asked.flatMap((questions) => [...questions]))
  const common = [...all].filter((question) => asked.every((questions) => questions.has(question)))
  return common.length / all.size
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
