import { chiSquareTail } from './distributions.ts'

/** Agreement of orders, 0 to 1, with the χ² test that there is none. */
export type Concordance = { w: number; chiSquare: number; degrees: number; p: number }

/**
 * Kendall's coefficient of concordance W, corrected for ties (Kendall & Babington Smith 1939): do the raters put the targets in the same order?
 * @param table one row for each target, one rating in it from each rater
 * @returns undefined with fewer than two targets or raters, or when every rater gives everybody the same
 */
export function kendallW(table: readonly (readonly number[])[]): Concordance | undefined {
  const n = table.length
  const raters = table[0]?.length ?? 0
  if (n < 2 || raters < 2) return undefined
  const ranked = Array.from({ length: raters }, (_, j) => rankWithTies(table.map((row) => row[j] ?? NaN)))
  const sums = table.map((_, i) => ranked.reduce((sum, { ranks }) => sum + (ranks[i] ?? NaN), 0))
  const mean = (raters * (n + 1)) / 2
  const spread = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const ties = ranked.reduce((sum, { correction }) => sum + correction, 0)
  const most = raters ** 2 * (n ** 3 - n) - raters * ties
  if (most <= 0) return undefined
  const w = (12 * spread) / most
  const chiSquare = raters * (n - 1) * w
  return { w, chiSquare, degrees: n - 1, p: chiSquareTail(chiSquare, n - 1) }
}

/** Ranks from 1, equal values sharing the mean of theirs; and Σ(t³ − t) over ties. */
function rankWithTies(values: readonly number[]): { ranks: number[]; correction: number } {
  const ordered = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value)
  const ranks = values.map(() => 0)
  let correction = 0
  for (let start = 0; start < ordered.length;) {
    let end = start
    while (ordered[end + 1]?.value === ordered[start]?.value && end + 1 < ordered.length) end++
    const tied = end - start + 1
    for (const { i } of ordered.slice(start, end + 1)) ranks[i] = (start + end) / 2 + 1
    correction += tied ** 3 - tied
    start = end + 1
  }
  return { ranks, correction }
}
