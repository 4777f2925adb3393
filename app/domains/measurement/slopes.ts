import { randomParts, type Design } from './design.ts'
import { addScaled, at, dot, formOf, indexAt, readBlock, solveLower, solveUpper } from './linear.ts'
import type { Solution, SolvedGroup, SolvedPattern } from './model.ts'

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
  const blocks = solution.patterns.map(({ design: { width } }) => new Float64Array(width * width))
  for (const group of solution.readGroups()) {
    addSquares(explained, group, perVariance)
    const block = blocks[group.design.pattern]
    if (block) addScaled(block, readBlock(inverse, size, group.design.columns), 0, 1)
  }
  solution.patterns.forEach((pattern, i) => {
    const block = blocks[i]
    if (block) addVariances(explained, pattern, block)
  })
  return explained.map((value, own) => {
    const ratio = at(solution.ratios, own)
    return ratio === 0 ? 0 : (2 / ratio) * ((design.parts.counts[own] ?? 0) - value)
  })
}

/** Adds the squares of a group's own effects. */
function addSquares(explained: Float64Array, { pattern, left }: SolvedGroup, perVariance: number): void {
  const values = left.slice()
  solveUpper(pattern.factor, left.length, values)
  for (let i = 0; i < left.length; i++) {
    const own = indexAt(pattern.design.innerParts, i)
    explained[own] = at(explained, own) + at(values, i) ** 2 * perVariance
  }
}

/** Adds the posterior variances of the inner effects of all groups of a pattern. @param block of their columns, summed */
function addVariances(
  explained: Float64Array,
  { design, factor, whitened, count }: SolvedPattern,
  block: Float64Array,
): void {
  const { innerParts, width } = design
  const inner = innerParts.length
  const unit = new Float64Array(inner)
  const column = new Float64Array(width)
  for (let i = 0; i < inner; i++) {
    unit.fill(0)
    unit[i] = 1
    solveLower(factor, inner, unit)
    column.fill(0)
    for (let k = i; k < inner; k++) addScaled(column, whitened, k * width, at(unit, k))
    const own = indexAt(innerParts, i)
    const variance = count * dot(unit, i, unit, i, inner - i) + formOf(block, column)
    explained[own] = at(explained, own) + variance
  }
}
