import type { PlanProblem } from '#app/domains/panels/planner/plan-problem.schema.ts'
import { layOutSpace, type PlanSpace } from '#app/domains/panels/planner/plan-space.ts'

// What the planning benchmark measures, built once into one module that Node can load.
export { checkPlan } from '#app/domains/panels/planner/check-plan.ts'
export { loadSolver } from '#app/domains/panels/planner/highs-solver.server.ts'
export { planPanel } from '#app/domains/panels/planner/plan-panel.ts'
export { drawBelow, makeUsualProblem } from '#tests/support/plan-problems.ts'

/** The plan of somebody who always takes next what brings most for its minutes, and never takes anything back. */
export function planGreedily(problem: PlanProblem): { id: string; questions: string[] }[] {
  const space = layOutSpace(problem)
  const used = new Float64Array(space.rows.lower.length)
  const isAsked = new Uint8Array(problem.questions.length)
  const taken: number[] = []
  const worthOf = listRowWorths(space)
  const take = (column: number): void => {
    taken.push(column)
    isAsked[space.question[column] ?? 0] = 1
    for (const [row, each] of entriesOf(space, column)) {
      if (each < 0 && used[row] === 0)
        for (const cover of worthOf.covers[row] ?? []) used[cover] = (used[cover] ?? 0) + 1
      used[row] = (used[row] ?? 0) + each
    }
  }
  space.isPinned.forEach((yes, column) => {
    if (yes) take(column)
  })
  for (;;) {
    let best = -1
    let bestWorth = 0
    for (let column = 0; column < space.columns; column++) {
      if (isAsked[space.question[column] ?? 0]) continue
      const worth =
        worthOf.gain(column, used) / (problem.questions[space.question[column] ?? 0]?.minutes ?? 1)
      if (worth > bestWorth) {
        best = column
        bestWorth = worth
      }
    }
    if (best === -1) break
    take(best)
  }
  return problem.interviews.map(({ id }, i) => ({
    id,
    questions: taken
      .filter((column) => space.interview[column] === i)
      .map((column) => problem.questions[space.question[column] ?? 0]?.id ?? ''),
  }))
}

function entriesOf(space: PlanSpace, column: number): [number, number][] {
  const entries: [number, number][] = []
  for (let at = space.starts[column] ?? 0; at < (space.starts[column + 1] ?? 0); at++)
    entries.push([space.indices[at] ?? 0, space.values[at] ?? 0])
  return entries
}

function listRowWorths(space: PlanSpace): {
  covers: number[][]
  gain: (column: number, used: Float64Array) => number
} {
  const { rows } = space
  const missing = new Float64Array(rows.lower.length)
  const probing = new Float64Array(rows.lower.length)
  const covers: number[][] = []
  for (const { slackOf, cost, entries } of rows.sides) {
    const [row] = entries[0] ?? [0]
    if (slackOf) missing[row] = -cost
    else {
      probing[row] = cost
      covers[row] = entries.slice(1).map(([cover]) => cover)
    }
  }
  const gain = (column: number, used: Float64Array): number => {
    let worth = space.value[column] ?? 0
    for (let at = space.starts[column] ?? 0; at < (space.starts[column + 1] ?? 0); at++) {
      const row = space.indices[at] ?? 0
      const each = space.values[at] ?? 0
      const is = used[row] ?? 0
      if (each < 0) {
        if (is < 0) continue
        worth += probing[row] ?? 0
        for (const cover of covers[row] ?? [])
          if ((used[cover] ?? 0) < (rows.lower[cover] ?? 0)) worth += missing[cover] ?? 0
      } else if (is + each > (rows.upper[row] ?? 0)) return 0
      else if (is < (rows.lower[row] ?? 0)) worth += missing[row] ?? 0
    }
    return worth
  }
  return { covers, gain }
}
