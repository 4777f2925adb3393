import { randomParts, type Design, type DesignGroup } from './design.ts'
import { at, dot, factorise, indexAt, invertFactored, solveLower, solveUpper } from './linear.ts'

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
  groups: SolvedGroup[]
}

export type SolvedGroup = {
  design: DesignGroup
  /** Cholesky factor of the inner matrix, and what whitening leaves of the shared columns and of the ratings. */
  factor: Float64Array
  whitened: Float64Array
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
  const groups = design.groups.map((group): SolvedGroup => {
    const inner = group.innerParts.length
    return {
      design: group,
      factor: new Float64Array(inner * inner),
      whitened: new Float64Array(inner * group.columns.length),
      left: new Float64Array(inner),
    }
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
    for (const group of groups) {
      logDeterminant += eliminate(group, ratios, design.means, shared)
      remainder -= dot(group.left, 0, group.left, 0, group.left.length)
      subtractExplained(group, matrix, outer, size)
    }
    logDeterminant += factorise(matrix, size)
    solveLower(matrix, size, outer)
    remainder -= dot(outer, 0, outer, 0, size)
    solveUpper(matrix, size, outer)
    for (const { design: group, whitened, left } of groups) {
      const width = group.columns.length
      for (let i = 0; i < left.length; i++) {
        let explained = 0
        for (let j = 0; j < width; j++)
          explained += at(whitened, i * width + j) * at(outer, indexAt(group.columns, j))
        left[i] = at(left, i) - explained
      }
    }
    return {
      ratios,
      logDeterminant,
      remainder: Math.max(remainder, 0),
      outerFactor: matrix,
      outer,
      groups,
    }
  }
}

/** Factorises the inner matrix of a group and whitens its columns and ratings. Returns the log of the determinant. */
function eliminate(group: SolvedGroup, ratios: Float64Array, means: number, shared: number): number {
  const { design, factor, whitened, left } = group
  const { innerParts, columns, inner, crossed, sums } = design
  const size = innerParts.length
  const width = columns.length
  for (let i = 0; i < size; i++) {
    const ratio = at(ratios, indexAt(innerParts, i))
    for (let j = 0; j <= i; j++)
      factor[i * size + j] = at(inner, i * size + j) * ratio * at(ratios, indexAt(innerParts, j))
    factor[i * size + i] = at(factor, i * size + i) + 1
    for (let j = 0; j < width; j++)
      whitened[i * width + j] =
        at(crossed, i * width + j) * ratio * (indexAt(columns, j) < means ? 1 : shared)
    left[i] = at(sums, i) * ratio
  }
  const logDeterminant = factorise(factor, size)
  for (let i = 0; i < size; i++) {
    const pivot = at(factor, i * size + i)
    for (let k = 0; k < i; k++) {
      const share = at(factor, i * size + k)
      if (share === 0) continue
      for (let j = 0; j < width; j++)
        whitened[i * width + j] = at(whitened, i * width + j) - share * at(whitened, k * width + j)
      left[i] = at(left, i) - share * at(left, k)
    }
    for (let j = 0; j < width; j++) whitened[i * width + j] = at(whitened, i * width + j) / pivot
    left[i] = at(left, i) / pivot
  }
  return logDeterminant
}

/** Takes off the shared equations what a group's own effects explain. */
function subtractExplained(
  group: SolvedGroup,
  matrix: Float64Array,
  outer: Float64Array,
  size: number,
): void {
  const { design, whitened, left } = group
  const width = design.columns.length
  for (let k = 0; k < left.length; k++)
    for (let i = 0; i < width; i++) {
      const value = at(whitened, k * width + i)
      if (value === 0) continue
      const column = indexAt(design.columns, i)
      outer[column] = at(outer, column) - value * at(left, k)
      const row = column * size
      for (let j = 0; j <= i; j++) {
        const place = row + indexAt(design.columns, j)
        matrix[place] = at(matrix, place) - value * at(whitened, k * width + j)
      }
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

/**
 * The slope of the criterion along each ratio, for a residual deviation of the same units.
 * For effects divided by their deviation it is 2/ratio · (number − trace of their posterior variance − their sum of squares).
 * @param inverse the inverse of the shared equations
 */
export function slopesOfCriterion(
  design: Design,
  solution: Solution,
  residual: number,
  inverse: Float64Array,
): Float64Array {
  const { size, part } = design.outer
  const explained = new Float64Array(randomParts.length)
  const perVariance = 1 / (residual * residual)
  for (let i = design.means; i < size; i++)
    explained[part] =
      at(explained, part) + at(inverse, i * size + i) + at(solution.outer, i) ** 2 * perVariance
  for (const group of solution.groups) addExplained(explained, group, inverse, size, perVariance)
  return explained.map((value, own) => {
    const ratio = at(solution.ratios, own)
    return ratio === 0 ? 0 : (2 / ratio) * ((design.parts.counts[own] ?? 0) - value)
  })
}

function addExplained(
  explained: Float64Array,
  group: SolvedGroup,
  inverse: Float64Array,
  size: number,
  perVariance: number,
): void {
  const { design, factor, whitened, left } = group
  const inner = left.length
  const width = design.columns.length
  const unit = new Float64Array(inner)
  const column = new Float64Array(width)
  const values = left.slice()
  solveUpper(factor, inner, values)
  for (let i = 0; i < inner; i++) {
    unit.fill(0)
    unit[i] = 1
    solveLower(factor, inner, unit)
    column.fill(0)
    for (let k = i; k < inner; k++) addScaled(column, whitened, k * width, at(unit, k))
    const variance =
      dot(unit, i, unit, i, inner - i) + quadraticForm(inverse, size, design.columns, column, column)
    const own = indexAt(design.innerParts, i)
    explained[own] = at(explained, own) + variance + at(values, i) ** 2 * perVariance
  }
}

/** target += factor · the run of `values` that starts at `from`. */
export function addScaled(target: Float64Array, values: Float64Array, from: number, factor: number): void {
  if (factor === 0) return
  for (let j = 0; j < target.length; j++) target[j] = at(target, j) + factor * at(values, from + j)
}

/** a'Mb for vectors that stand in a few columns of a large matrix. */
export function quadraticForm(
  matrix: Float64Array,
  size: number,
  columns: Int32Array,
  a: Float64Array,
  b: Float64Array,
): number {
  let sum = 0
  for (let i = 0; i < columns.length; i++) {
    const value = at(a, i)
    if (value === 0) continue
    const row = indexAt(columns, i) * size
    let inRow = 0
    for (let j = 0; j < columns.length; j++) inRow += at(matrix, row + indexAt(columns, j)) * at(b, j)
    sum += value * inRow
  }
  return sum
}

/** The inverse of the equations that groups share: the posterior variances of shared effects, for a residual variance of 1. */
export function invertShared(design: Design, solution: Solution): Float64Array {
  return invertFactored(solution.outerFactor, design.outer.size)
}
