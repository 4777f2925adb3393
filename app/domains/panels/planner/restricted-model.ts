import type { LinearModel } from './linear-model.ts'
import type { PlanSpace } from './plan-space.ts'

/** The model of some of the columns, in their order; what stands beside the questions comes first. */
export function buildModel(space: PlanSpace, chosen: Int32Array): LinearModel {
  const { rows } = space
  const sides = rows.sides.length
  const columns = sides + chosen.length
  const cost = new Float64Array(columns)
  const columnLower = new Float64Array(columns)
  const columnUpper = new Float64Array(columns).fill(1)
  const rowLower = [...rows.lower]
  const rowUpper = [...rows.upper]
  const starts = new Int32Array(columns + 1)
  const indices: number[] = []
  const values: number[] = []
  rows.sides.forEach((side, s) => {
    cost[s] = side.cost
    columnUpper[s] = side.upper
    for (const [row, each] of side.entries) {
      indices.push(row)
      values.push(each)
    }
    starts[s + 1] = indices.length
  })
  const onceOf = findOnceRows(space, chosen, rowLower, rowUpper)
  chosen.forEach((column, n) => {
    cost[sides + n] = space.value[column] ?? 0
    columnLower[sides + n] = space.isPinned[column] ?? 0
    const end = space.starts[column + 1] ?? 0
    for (let at = space.starts[column] ?? 0; at < end; at++) {
      indices.push(space.indices[at] ?? 0)
      values.push(space.values[at] ?? 0)
    }
    const once = onceOf.get(space.question[column] ?? -1)
    if (once !== undefined) {
      indices.push(once)
      values.push(1)
    }
    starts[sides + n + 1] = indices.length
  })
  return {
    cost,
    columnLower,
    columnUpper,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    firstWhole: sides,
  }
}

/** A question that could stand in several interviews gets a row: it stands in one of them. */
function findOnceRows(
  space: PlanSpace,
  chosen: Int32Array,
  rowLower: number[],
  rowUpper: number[],
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const column of chosen) {
    const question = space.question[column] ?? -1
    counts.set(question, (counts.get(question) ?? 0) + 1)
  }
  const onceOf = new Map<number, number>()
  for (const [question, count] of counts) {
    if (count < 2) continue
    onceOf.set(question, rowLower.length)
    rowLower.push(-Infinity)
    rowUpper.push(1)
  }
  return onceOf
}

/** What the pins cost whatever is chosen; taken from the value of every plan. */
export function costOfGiven({ rows, pins, weights, problem }: PlanSpace): number {
  const given = rows.given.reduce((sum, { rule, amount }) => sum + amount * weights[rule], 0)
  return given + pins.refused.length * weights.pin + listMisfits({ problem, pins }).length * weights.misfit
}

/** A pinned question, by position, that its interview would not have taken. */
export type Misfit = { question: number; interview: number; because: 'kind' | 'focus' | 'minutes' }

/** Pinned questions that their interview would not have taken, with the reason. */
export function listMisfits({ problem, pins }: Pick<PlanSpace, 'problem' | 'pins'>): Misfit[] {
  if (problem.pins.length === 0) return []
  return problem.questions.flatMap((one, question) => {
    const at = pins.pinnedIn[question] ?? -1
    const interview = problem.interviews[at]
    if (!interview) return []
    const reason = (because: Misfit['because']) => [{ question, interview: at, because }]
    if (one.minutes === 0) return reason('minutes')
    if (!interview.kinds.includes(one.kind)) return reason('kind')
    const known = problem.competencies.some(
      ({ id }) => interview.focus.includes(id) && one.competencies.includes(id),
    )
    return known ? [] : reason('focus')
  })
}
