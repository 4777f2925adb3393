import type { PlanSpace } from './plan-space.ts'

/** What the columns are worth once the rules are paid for. */
export type Prices = {
  /** No plan is worth more than this. */
  bound: number
  /** By how much taking a column stays behind the best that could be done with its question; 0 or more. */
  behind: Float64Array
  /** The worth of a column after it paid for every row it uses. */
  reduced: Float64Array
}

/**
 * Prices every column with the worth of a unit of each row (Lagrangian relaxation of all rows but “each question once”).
 * The bound holds for any prices, so it needs no trust in the solver that they came from.
 */
export function priceColumns(space: PlanSpace, rowDuals: Float64Array): Prices {
  const { rows } = space
  const prices = new Float64Array(rows.lower.length)
  let bound = 0
  for (let row = 0; row < prices.length; row++) {
    const dual = rowDuals[row] ?? 0
    const isMost = rows.lower[row] === -Infinity
    // A row that only limits from one side has a price of one sign; rounding may leave a trace of the other.
    const price = isMost ? Math.max(0, dual) : Math.min(0, dual)
    prices[row] = price
    if (price !== 0) bound += price * ((isMost ? rows.upper[row] : rows.lower[row]) ?? 0)
  }
  for (const { cost, upper, entries } of rows.sides) {
    let worth = cost
    for (const [row, each] of entries) worth -= each * (prices[row] ?? 0)
    bound += Math.max(0, worth * upper)
  }
  const reduced = new Float64Array(space.columns)
  const behind = new Float64Array(space.columns)
  let first = 0
  while (first < space.columns) {
    const question = space.question[first]
    let best = space.isPinned[first] ? -Infinity : 0
    let end = first
    while (end < space.columns && space.question[end] === question) {
      const worth = (space.value[end] ?? 0) - payFor(space, end, prices)
      reduced[end] = worth
      if (worth > best) best = worth
      end++
    }
    bound += best
    for (let column = first; column < end; column++) behind[column] = best - (reduced[column] ?? 0)
    first = end
  }
  return { bound, behind, reduced }
}

function payFor(space: PlanSpace, column: number, prices: Float64Array): number {
  const end = space.starts[column + 1] ?? 0
  let paid = 0
  for (let at = space.starts[column] ?? 0; at < end; at++)
    paid += (space.values[at] ?? 0) * (prices[space.indices[at] ?? 0] ?? 0)
  return paid
}
