import { randomParts, type Design } from './design.ts'
import {
  createLikelihood,
  differenceSlopes,
  fromDeviations,
  listActive,
  toDeviations,
  type Deviations,
} from './likelihood.ts'
import { at, dot, factorise, solveLower } from './linear.ts'
import { minimise, type Sloped } from './minimise.ts'
import { createSolver, invertShared, restrictedCriterion, type Solution } from './model.ts'
import { slopesOfCriterion } from './slopes.ts'
import { normalQuantile } from './normal.ts'

/** A residual below this share of the spread of the ratings counts as this: without it a perfect fit has no end. */
const leastResidual = 1e-6

/**
 * Finds the deviations with the greatest restricted likelihood (REML). The residual's has a closed form, so that the search
 * is over the ratios of the others to it.
 * @returns the deviations and −2 log of the restricted likelihood; undefined when there are no more ratings than competencies
 */
export function fitReml(design: Design): { deviations: Deviations; criterion: number } | undefined {
  const free = design.n - design.means
  if (free <= 0 || design.sumOfSquares === 0) return undefined
  const solve = createSolver(design)
  const active = listActive(design)
  const spread = (x: Float64Array): Float64Array => {
    const ratios = new Float64Array(randomParts.length)
    active.forEach((part, i) => (ratios[part] = at(x, i)))
    return ratios
  }
  const residualOf = ({ remainder }: Solution): number =>
    Math.sqrt(remainder / free + (leastResidual ** 2 * design.sumOfSquares) / free)
  const evaluate = (x: Float64Array): Sloped => {
    const solution = solve(spread(x))
    const residual = residualOf(solution)
    const value = solution.logDeterminant + free * Math.log(residual * residual)
    const readSlope = (): Float64Array => {
      const slopes = slopesOfCriterion(design, solution, residual, invertShared(design, solution))
      return Float64Array.from(active, (part) => at(slopes, part))
    }
    return { value, readSlope }
  }
  const search = (start: Float64Array) => minimise(evaluate, start, { tolerance: 1e-14, firstStep: 0.3 })
  let best = search(new Float64Array(active.length).fill(0.6))
  // A ratio of 0 has slope 0 whatever lies beside it: one step away it must rise.
  const lifted = best.x.map((ratio) => (Math.abs(ratio) < 1e-3 ? 0.02 : ratio))
  if (lifted.some((ratio, i) => ratio !== best.x[i])) {
    const again = search(lifted)
    if (again.value < best.value) best = again
  }
  const solution = solve(spread(best.x.map((ratio) => Math.abs(ratio))))
  const residual = residualOf(solution)
  const deviations = { parts: solution.ratios.map((ratio) => ratio * residual), residual }
  return { deviations, criterion: restrictedCriterion(design, solution, residual) }
}

/**
 * The bounds that hold a ratio between 0 and 1 nine times in ten, from the curvature of the likelihood at its top (the delta method, on
 * Fisher's z scale).
 * @returns undefined where the likelihood has no curved top
 */
export function boundRatio(
  design: Design,
  fitted: Deviations,
  read: (deviations: Deviations) => number,
): { q05: number; q95: number } | undefined {
  const likelihood = createLikelihood(design)
  const values = fromDeviations(design, fitted)
  const steps = values.map(() => 1e-4 * Math.sqrt(design.sumOfSquares / design.n))
  const information = differenceSlopes((x) => likelihood(x).readSlopes(), values, steps).map((s) => s / 2)
  const n = values.length
  const toScale = (x: Float64Array): number => Math.atanh(read(toDeviations(design, x)))
  const slope = values.map((_, i) => {
    const [above, below] = [1, -1].map((sign) =>
      toScale(values.map((value, j) => (i === j ? value + sign * at(steps, i) : value))),
    )
    return ((above ?? NaN) - (below ?? NaN)) / (2 * at(steps, i))
  })
  try {
    factorise(information, n)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  solveLower(information, n, slope)
  const half = normalQuantile(0.95) * Math.sqrt(dot(slope, 0, slope, 0, n))
  const middle = toScale(values)
  return Number.isFinite(half)
    ? { q05: Math.max(0, Math.tanh(middle - half)), q95: Math.tanh(middle + half) }
    : undefined
}
