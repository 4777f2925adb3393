import { layRows, type PlanRows } from './plan-rows.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { PlanWeights } from './plan-weights.ts'
import { defaultPlanWeights } from './plan-weights.ts'
import { settlePins, type SettledPins } from './settle-pins.ts'

/**
 * Every way to place a question, as columns of numbers: column j puts question[j] into interview[j] and is worth value[j].
 * Columns of one question stand side by side; its entries in the rows are those from starts[j] to before starts[j + 1].
 */
export type PlanSpace = {
  problem: PlanProblem
  weights: PlanWeights
  pins: SettledPins
  rows: PlanRows
  columns: number
  question: Int32Array
  interview: Int32Array
  value: Float64Array
  /** 1 where the column is a pin and must be taken. */
  isPinned: Uint8Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
}

/** Lays out all that a plan may consist of. */
export function layOutSpace(problem: PlanProblem): PlanSpace {
  const weights = { ...defaultPlanWeights, ...problem.weights }
  const pins = settlePins(problem)
  const rows = layRows(problem, weights, pins)
  const stays = listStays(problem)
  const positions = new Map(problem.competencies.map(({ id }, c) => [id, c]))
  const kinds = problem.interviews.map((interview) => new Set(interview.kinds))
  const question: number[] = []
  const interviewOf: number[] = []
  const value: number[] = []
  const isPinned: number[] = []
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  problem.questions.forEach((one, q) => {
    const pinned = pins.pinnedIn[q] ?? -1
    const groups = rows.groupsOf[q]
    const stay = stays.get(one.id)
    const probed = listPositions(one.competencies, positions)
    problem.interviews.forEach((interview, i) => {
      if (pinned !== -1 ? pinned !== i : !mayStand(one, interview, kinds[i]) || pins.isBanned(q, i)) return
      const links = rows.linkOf[i]
      const first = indices.length
      let worth = 0
      for (const c of probed) {
        const link = links?.[c] ?? -1
        if (link === -1) continue
        worth += problem.competencies[c]?.weight ?? 0
        indices.push(link)
        values.push(-1)
      }
      if (indices.length === first && pinned === -1) return
      indices.push(rows.timeOf[i] ?? 0)
      values.push(one.minutes)
      for (const row of rows.countsIn(i, one)) {
        indices.push(row)
        values.push(1)
      }
      if (groups)
        for (const row of groups) {
          indices.push(row)
          values.push(1)
        }
      question.push(q)
      interviewOf.push(i)
      value.push(one.rating * worth + (stay?.has(interview.id) ? weights.stay : 0))
      isPinned.push(pinned === -1 ? 0 : 1)
      starts.push(indices.length)
    })
  })
  return {
    problem,
    weights,
    pins,
    rows,
    columns: question.length,
    question: new Int32Array(question),
    interview: new Int32Array(interviewOf),
    value: new Float64Array(value),
    isPinned: new Uint8Array(isPinned),
    starts: new Int32Array(starts),
    indices: new Int32Array(indices),
    values: new Float64Array(values),
  }
}

function listPositions(competencies: readonly string[], positions: ReadonlyMap<string, number>): number[] {
  const found: number[] = []
  for (const competency of competencies) {
    const c = positions.get(competency)
    if (c !== undefined && !found.includes(c)) found.push(c)
  }
  return found
}

/** Whether a question's minutes and kind suit an interview; what it probes is asked elsewhere. */
function mayStand(
  question: PlanProblem['questions'][number],
  interview: PlanProblem['interviews'][number],
  kinds: ReadonlySet<string> | undefined,
): boolean {
  return (
    question.minutes > 0 &&
    question.minutes <= interview.minutes - interview.buffer &&
    (question.difficulty !== 'hard' || interview.maxHard > 0) &&
    interview.maxQuestions > 0 &&
    kinds?.has(question.kind) === true
  )
}

function listStays(problem: PlanProblem): Map<string, Set<string>> {
  const stays = new Map<string, Set<string>>()
  for (const { id, questions } of problem.previous)
    for (const question of questions) stays.set(question, (stays.get(question) ?? new Set()).add(id))
  return stays
}
