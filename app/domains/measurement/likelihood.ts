import { randomParts, type Design } from './design.ts'
import { at } from './linear.ts'
import { createSolver, invertShared, restrictedCriterion } from './model.ts'
import { slopesOfCriterion } from './slopes.ts'

/** Deviations of the random parts and of the residual, in points of the scale. */
export type Deviations = { parts: Float64Array; residual: number }

/** The deviations that a design has, as one list: its parts in order, the residual last. */
export function listActive(design: Design): number[] {
  return randomParts.flatMap((_, part) => (design.parts.hasPart[part] ? [part] : []))
}

/** @param values one for each active part, then the residual's */
export function toDeviations(design: Design, values: Float64Array): Deviations {
  const parts = new Float64Array(randomParts.length)
  listActive(design).forEach((part, i) => (parts[part] = at(values, i)))
  return { parts, residual: at(values, values.length - 1) }
}

/** The way back from `toDeviations`. */
export function fromDeviations(design: Design, { parts, residual }: Deviations): Float64Array {
  return Float64Array.from([...listActive(design).map((part) => at(parts, part)), residual])
}

/**
 * Makes the function from a list of deviations to −2 log of the restricted likelihood. Its slopes can be read until the next call.
 */
export function createLikelihood(design: Design) {
  const solve = createSolver(design)
  const active = listActive(design)
  const free = design.n - design.means
  return (values: Float64Array): { criterion: number; readSlopes: () => Float64Array } => {
    const { parts, residual } = toDeviations(design, values)
    const solution = solve(parts.map((deviation) => deviation / residual))
    const readSlopes = (): Float64Array => {
      const ofRatios = slopesOfCriterion(design, solution, residual, invertShared(design, solution))
      const slopes = new Float64Array(values.length)
      let ofResidual = (2 * free) / residual - (2 * solution.remainder) / residual ** 3
      active.forEach((part, i) => {
        slopes[i] = at(ofRatios, part) / residual
        ofResidual -= (at(ofRatios, part) * at(solution.ratios, part)) / residual
      })
      slopes[values.length - 1] = ofResidual
      return slopes
    }
    return { criterion: restrictedCriterion(design, solution, residual), readSlopes }
  }
}

/**
 * The matrix of second slopes by differences of the first, made symmetric.
 * @param steps how far to go along each coordinate
 */
export function differenceSlopes(
  slopesAt: (x: Float64Array) => Float64Array,
  x: Float64Array,
  steps: Float64Array,
): Float64Array {
  const n = x.length
  const second = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const step = at(steps, i)
    const [above, below] = [step, -step].map((change) => {
      const moved = x.slice()
      moved[i] = at(moved, i) + change
      return slopesAt(moved)
    })
    for (let j = 0; j < n; j++) second[i * n + j] = ((above?.[j] ?? NaN) - (below?.[j] ?? NaN)) / (2 * step)
  }
  return second.map((value, place) => {
    const i = Math.floor(place / n)
    return (value + at(second, (place % n) * n + i)) / 2
  })
}
