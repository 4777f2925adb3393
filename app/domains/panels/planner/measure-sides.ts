import type { PlanSpace } from './plan-space.ts'

/** The value of every side column that follows from the chosen columns, and what all of them are worth together, in whole points. */
export function measureSides(
  { rows, starts, indices, values, value }: PlanSpace,
  chosen: readonly number[],
): { sides: Float64Array; worth: number } {
  const used = new Float64Array(rows.lower.length)
  let worth = 0
  for (const column of chosen) {
    worth += value[column] ?? 0
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      const row = indices[at] ?? 0
      used[row] = (used[row] ?? 0) + (values[at] ?? 0)
    }
  }
  const sides = new Float64Array(rows.sides.length)
  rows.sides.forEach(({ entries, slackOf }, s) => {
    const [link] = entries[0] ?? [0]
    if (slackOf || (used[link] ?? 0) >= 0) return
    sides[s] = 1
    // An interview that probes it counts for the coverage of the competency; its own row is paid.
    for (const [row] of entries.slice(1)) used[row] = (used[row] ?? 0) + 1
  })
  rows.sides.forEach(({ entries, slackOf, cost }, s) => {
    const [row] = entries[0] ?? [0]
    if (slackOf) sides[s] = Math.max(0, (rows.lower[row] ?? 0) - (used[row] ?? 0))
    worth += cost * (sides[s] ?? 0)
  })
  return { sides, worth }
}
