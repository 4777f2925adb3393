import type { Solver } from './linear-model.ts'
import type { PlanSpace } from './plan-space.ts'
import { priceColumns, type Prices } from './pricing.ts'
import { measureSides } from './measure-sides.ts'
import { buildModel, costOfGiven } from './restricted-model.ts'
import { listStartingColumns } from './starting-columns.ts'

/** `direct` gives the solver every column, `sifting` only those that can matter; both end with the best plan. */
export type PlanMethod = 'direct' | 'sifting'

/** The columns of a plan, what it is worth, and what no plan can exceed. */
export type Choice = {
  columns: number[]
  /** The value of every side column. */
  sides: Float64Array
  objective: number
  bound: number
  isProven: boolean
}

/** Most nodes of a search tree, most rounds of sifting, most columns that one round brings in for an interview. */
const limits = { nodes: 20_000, rounds: 30, perInterview: 250 } as const
/** Columns of the first search, at least. */
const firstSearch = 400
const rounding = 1e-6

/** Chooses the best columns with a model of all of them. */
export function chooseDirectly(space: PlanSpace, solver: Solver): Choice {
  return searchAmong(
    space,
    solver,
    Int32Array.from({ length: space.columns }, (_, column) => column),
  )
}

/**
 * Chooses the best columns of a large bank without a model of all of it, exactly: an LP on few columns gives prices, all columns are
 * priced, and those that would improve it join, until none is left. The search for whole numbers takes the columns nearest to
 * being worth their price; what the bound allows to be better is then searched with every column that could take part in it.
 * @param onStep told before each step of work
 */
export function chooseBySifting(space: PlanSpace, solver: Solver, onStep: () => void = () => {}): Choice {
  const prices = findPrices(space, solver, onStep)
  const bound = Math.floor(prices.bound - costOfGiven(space) + rounding)
  let room = findFirstRoom(prices)
  let best: Choice | undefined
  for (;;) {
    onStep()
    const found = searchAmong(space, solver, listWithin(space, prices, room), best)
    if (best === undefined || found.objective > best.objective) best = found
    if (!found.isProven)
      return { ...best, bound: Math.min(bound, Math.max(found.bound, best.objective)), isProven: false }
    // A plan worth one point more holds no column that is further behind than this.
    const needed = bound - best.objective - 1
    if (needed <= room) return { ...best, bound: best.objective, isProven: true }
    room = needed
  }
}

/** How far behind the columns of the first search may be, so that there are about as many as it takes well. */
function findFirstRoom({ behind }: Prices): number {
  for (let room = 1; ; room *= 1.5) {
    let count = 0
    for (const one of behind) if (one <= room) count++
    if (count >= Math.min(firstSearch, behind.length)) return room
  }
}

function listWithin(space: PlanSpace, { behind }: Prices, room: number): Int32Array {
  const columns: number[] = []
  for (let column = 0; column < space.columns; column++)
    if ((behind[column] ?? 0) <= room + rounding || space.isPinned[column] === 1) columns.push(column)
  return Int32Array.from(columns)
}

function findPrices(space: PlanSpace, solver: Solver, onStep: () => void): Prices {
  const isIn = new Uint8Array(space.columns)
  for (const column of listStartingColumns(space)) isIn[column] = 1
  const everywhere = space.problem.interviews.length * limits.perInterview
  let best: Prices | undefined
  for (let round = 0; ; round++) {
    onStep()
    const chosen = Int32Array.from(listWhere(isIn))
    const lp = solver.solveLp(buildModel(space, chosen))
    const prices = priceColumns(space, lp.rowDuals)
    if (best === undefined || prices.bound < best.bound) best = prices
    if (round + 1 === limits.rounds || best.bound - lp.objective < 0.01) return best
    const gains = listGains(space, prices, isIn)
    if (gains.length === 0) return best
    for (const { column } of gains.slice(0, everywhere)) isIn[column] = 1
  }
}

/** Columns outside that are worth more than what is inside makes of their question, best first. */
function listGains(
  space: PlanSpace,
  { reduced }: Prices,
  isIn: Uint8Array,
): { column: number; gain: number }[] {
  const inside = new Float64Array(space.problem.questions.length)
  for (let column = 0; column < space.columns; column++) {
    const question = space.question[column] ?? 0
    if (isIn[column]) inside[question] = Math.max(inside[question] ?? 0, reduced[column] ?? 0)
  }
  const gains: { column: number; gain: number }[] = []
  for (let column = 0; column < space.columns; column++) {
    const gain = (reduced[column] ?? 0) - (inside[space.question[column] ?? 0] ?? 0)
    if (!isIn[column] && gain > rounding) gains.push({ column, gain })
  }
  return gains.sort((a, b) => b.gain - a.gain || a.column - b.column)
}

function listWhere(isIn: Uint8Array): number[] {
  const columns: number[] = []
  isIn.forEach((yes, column) => {
    if (yes) columns.push(column)
  })
  return columns
}

function searchAmong(space: PlanSpace, solver: Solver, among: Int32Array, start?: Choice): Choice {
  const sides = space.rows.sides.length
  const wanted = new Set(start?.columns)
  const answer = solver.solveMip(buildModel(space, among), {
    nodes: limits.nodes,
    ...(start
      ? { start: Float64Array.of(...start.sides, ...among.map((column) => (wanted.has(column) ? 1 : 0))) }
      : {}),
  })
  const { values, isProven } = answer
  // Pins alone are a plan, too.
  const columns = values
    ? [...among].filter((_, n) => (values[sides + n] ?? 0) > 0.5)
    : (start?.columns ?? [...among].filter((column) => space.isPinned[column] === 1))
  const measured = measureSides(space, columns)
  const given = costOfGiven(space)
  const objective = measured.worth - given
  if (isProven) return { columns, sides: measured.sides, objective, bound: objective, isProven }
  // Before its first step a search knows no bound; without prices there always is one.
  const most = Math.min(answer.bound, priceColumns(space, new Float64Array()).bound)
  const bound = Math.max(objective, Math.floor(most - given + rounding))
  return { columns, sides: measured.sides, objective, bound, isProven }
}
