/** How much a disagreement of two categories counts against weighted kappa. */
export type KappaWeights = 'linear' | 'quadratic' | readonly (readonly number[])[]

/**
 * Fleiss' kappa (1971): agreement beyond chance of the same number of raters on each subject, who need not be the same people.
 * @param counts for each subject, how many raters chose each category
 * @returns undefined when raters are fewer than two or not equally many, or everybody chose the same category
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | undefined {
  const raters = sumOf(counts[0] ?? [])
  if (raters < 2 || counts.some((row) => sumOf(row) !== raters)) return undefined
  const categories = Math.max(...counts.map((row) => row.length))
  const pairs = raters * (raters - 1)
  const observed = sumOf(counts.map((row) => (sumOf(row.map((count) => count * count)) - raters) / pairs))
  const shares = Array.from(
    { length: categories },
    (_, j) => sumOf(counts.map((row) => row[j] ?? 0)) / (counts.length * raters),
  )
  const expected = sumOf(shares.map((share) => share * share))
  return expected === 1 ? undefined : (observed / counts.length - expected) / (1 - expected)
}

/**
 * Cohen's weighted kappa (1968) of two raters. With weights of 1 for every disagreement it is the plain kappa (1960).
 * @param table counts or shares: row by the first rater's category, column by the second's
 * @param weights of disagreement, 0 on the diagonal
 * @returns undefined when chance leaves no disagreement to compare with
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'quadratic',
): number | undefined {
  const total = sumOf(table.map(sumOf))
  const ofRows = table.map((row) => sumOf(row) / total)
  const ofColumns = table.map((_, j) => sumOf(table.map((row) => row[j] ?? 0)) / total)
  let observed = 0
  let expected = 0
  for (const [i, row] of table.entries())
    for (const j of row.keys()) {
      const weight = weigh(weights, i, j)
      observed += (weight * (row[j] ?? 0)) / total
      expected += weight * (ofRows[i] ?? 0) * (ofColumns[j] ?? 0)
    }
  return expected > 0 ? 1 - observed / expected : undefined
}

function weigh(weights: KappaWeights, i: number, j: number): number {
  if (weights === 'linear') return Math.abs(i - j)
  if (weights === 'quadratic') return (i - j) ** 2
  return weights[i]?.[j] ?? NaN
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
