import type { Design, DesignGroup, DesignPattern } from './design.ts'
import { addScaled, at, dot, factorise, indexAt, invertFactored, solveLower, solveUpper } from './linear.ts'

/**
 * The equations of one set of variances, solved, in units of the residual's deviation: every random effect is divided by its own
 * deviation and so has variance 1 beforehand, which makes a deviation of 0 no special case.
 * Valid until the next call of the same solver.
 */
export type Solution = {
  ratios: Float64Array
  /** log|V| + log|X'V⁻¹X| for a residual variance of 1. */
  logDeterminant: number
  /** (y − Xβ)'V⁻¹(y − Xβ) for a residual variance of 1. */
  remainder: number
  /** The shared columns: Cholesky factor of their matrix, and their values. */
  outerFactor: Float64Array
  outer: Float64Array
  patterns: SolvedPattern[]
  /** Groups take longest, and the criterion does without them. */
  readGroups: () => SolvedGroup[]
}

/** What all groups of one pattern share. */
export type SolvedPattern = {
  design: DesignPattern
  /** Cholesky factor of the inner matrix, and what whitening leaves of the shared columns. */
  factor: Float64Array
  whitened: Float64Array
  /** What the inner effects explain of the shared columns, columns × columns; the lower triangle. */
  explained: Float64Array
  /** The whitened ratings of all its groups, summed. */
  leftSum: Float64Array
  count: number
}

export type SolvedGroup = {
  design: DesignGroup
  pattern: SolvedPattern
  /** Whitened ratings less what the shared columns explain. */
  left: Float64Array
}

/**
 * Makes the function that solves a design for ratios of deviations to the residual's. One ratio for each part in
 * `randomParts`; the sign of a ratio means nothing.
 *
 * The model: y = μ_k + θ_c + b_ck + h_ci + s_i + e. Eliminating the effects inside a group, then factorising what the groups share,
 * gives the restricted likelihood (Patterson & Thompson 1971) and every prediction (Henderson's equations).
 */
export function createSolver(design: Design): (ratios: Float64Array) => Solution {
  const { size, part, counts, sums } = design.outer
  const matrix = new Float64Array(size * size)
  const outer = new Float64Array(size)
  const patterns = design.patterns.map((pattern, place): SolvedPattern => {
    const inner = pattern.innerParts.length
    return {
      design: pattern,
      factor: new Float64Array(inner * inner),
      whitened: new Float64Array(inner * pattern.width),
      explained: new Float64Array(pattern.width * pattern.width),
      leftSum: new Float64Array(inner),
      count: design.groups.filter((group) => group.pattern === place).length,
    }
  })
  const groups = design.groups.flatMap((group): SolvedGroup[] => {
    const pattern = patterns[group.pattern]
    return pattern ? [{ design: group, pattern, left: new Float64Array(group.sums.length) }] : []
  })
  return (ratios) => {
    const shared = at(ratios, part)
    for (let i = 0; i < size; i++) {
      const scale = i < design.means ? 1 : shared
      for (let j = 0; j <= i; j++)
        matrix[i * size + j] = at(counts, i * size + j) * scale * (j < design.means ? 1 : shared)
      if (i >= design.means) matrix[i * size + i] = at(matrix, i * size + i) + 1
      outer[i] = at(sums, i) * scale
    }
    let logDeterminant = 0
    let remainder = design.sumOfSquares
    const logDeterminants = patterns.map((pattern) => eliminate(pattern, ratios, design.means, shared))
    for (const group of groups) {
      logDeterminant += logDeterminants[group.design.pattern] ?? NaN
      whitenRatings(group, ratios)
      remainder -= dot(group.left, 0, group.left, 0, group.left.length)
      addScaled(group.pattern.leftSum, group.left, 0, 1)
      subtractFromOthers(group, design.means, matrix, outer)
    }
    for (const pattern of patterns) subtractFromMeans(pattern, design.means, matrix, outer)
    logDeterminant += factorise(matrix, size)
    solveLower(matrix, size, outer)
    remainder -= dot(outer, 0, outer, 0, size)
    solveUpper(matrix, size, outer)
    let isFinished = false
    const readGroups = (): SolvedGroup[] => {
      if (!isFinished) for (const group of groups) subtractShared(group, outer)
      isFinished = true
      return groups
    }
    return {
      ratios,
      logDeterminant,
      remainder: Math.max(remainder, 0),
      outerFactor: matrix,
      outer,
      patterns,
      readGroups,
    }
  }
}

/** Factorises the inner matrix of a pattern and whitens its columns. Returns the log of the determinant. */
function eliminate(pattern: SolvedPattern, ratios: Float64Array, means: number, shared: number): number {
  const { design, factor, whitened, explained } = pattern
  const { innerParts, width, inner, crossed } = design
  const size = innerParts.length
  for (let i = 0; i < size; i++) {
    const ratio = at(ratios, indexAt(innerParts, i))
    for (let j = 0; j <= i; j++)
      factor[i * size + j] = at(inner, i * size + j) * ratio * at(ratios, indexAt(innerParts, j))
    factor[i * size + i] = at(factor, i * size + i) + 1
    for (let j = 0; j < width; j++)
      whitened[i * width + j] = at(crossed, i * width + j) * ratio * (j < means ? 1 : shared)
  }
  const logDeterminant = factorise(factor, size)
  explained.fill(0)
  pattern.leftSum.fill(0)
  for (let i = 0; i < size; i++) {
    const pivot = at(factor, i * size + i)
    for (let k = 0; k < i; k++) {
      const share = at(factor, i * size + k)
      if (share === 0) continue
      for (let j = 0; j < width; j++)
        whitened[i * width + j] = at(whitened, i * width + j) - share * at(whitened, k * width + j)
    }
    for (let j = 0; j < width; j++) whitened[i * width + j] = at(whitened, i * width + j) / pivot
    for (let row = 0; row < width; row++) {
      const value = at(whitened, i * width + row)
      if (value === 0) continue
      for (let j = 0; j <= row; j++)
        explained[row * width + j] = at(explained, row * width + j) + value * at(whitened, i * width + j)
    }
  }
  return logDeterminant
}

function whitenRatings({ design, pattern, left }: SolvedGroup, ratios: Float64Array): void {
  const { innerParts } = pattern.design
  for (let i = 0; i < left.length; i++) left[i] = at(design.sums, i) * at(ratios, indexAt(innerParts, i))
  solveLower(pattern.factor, left.length, left)
}

/** Takes off the shared equations what a group's own effects explain of whoever it meets. */
function subtractFromOthers(
  { design, pattern, left }: SolvedGroup,
  means: number,
  matrix: Float64Array,
  outer: Float64Array,
): void {
  const { columns } = design
  const { whitened, explained } = pattern
  const width = columns.length
  const size = outer.length
  for (let i = means; i < width; i++) {
    const column = indexAt(columns, i)
    let value = 0
    for (let k = 0; k < left.length; k++) value += at(whitened, k * width + i) * at(left, k)
    outer[column] = at(outer, column) - value
    for (let j = 0; j <= i; j++) {
      const other = indexAt(columns, j)
      // Only the lower triangle is kept, and whom a group meets stands in no order.
      const place = column > other ? column * size + other : other * size + column
      matrix[place] = at(matrix, place) - at(explained, i * width + j)
    }
  }
}

/** Takes off the means what all groups of a pattern explain of them. */
function subtractFromMeans(
  { design, whitened, explained, leftSum, count }: SolvedPattern,
  means: number,
  matrix: Float64Array,
  outer: Float64Array,
): void {
  const { width } = design
  for (let i = 0; i < means; i++) {
    for (let k = 0; k < leftSum.length; k++)
      outer[i] = at(outer, i) - at(whitened, k * width + i) * at(leftSum, k)
    for (let j = 0; j <= i; j++) {
      const place = i * outer.length + j
      matrix[place] = at(matrix, place) - count * at(explained, i * width + j)
    }
  }
}

/** Takes off a group's whitened ratings what the shared columns explain. */
function subtractShared({ design, pattern, left }: SolvedGroup, outer: Float64Array): void {
  const width = design.columns.length
  for (let i = 0; i < left.length; i++) {
    let explained = 0
    for (let j = 0; j < width; j++)
      explained += at(pattern.whitened, i * width + j) * at(outer, indexAt(design.columns, j))
    left[i] = at(left, i) - explained
  }
}

/**
 * −2 log of the restricted likelihood.
 * @param residual deviation of the residual, in points of the scale
 */
export function restrictedCriterion(design: Design, solution: Solution, residual: number): number {
  const free = design.n - design.means
  return (
    solution.logDeterminant +
    free * Math.log(2 * Math.PI * residual * residual) +
    solution.remainder / (residual * residual)
  )
}

/** The inverse of the equations that groups share: the posterior variances of shared effects, for a residual variance of 1. */
export function invertShared(design: Design, solution: Solution): Float64Array {
  return invertFactored(solution.outerFactor, design.outer.size)
}
