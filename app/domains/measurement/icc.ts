import { fCdf, fQuantile } from './distributions.ts'

/** Shrout & Fleiss (1979): the model, then whether one rater is meant or the mean of all k. */
export type IccKind = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k'

export type Icc = {
  kind: IccKind
  value: number
  f: number
  p: number
  /** Bounds of the interval. */
  low: number
  high: number
}

/**
 * The six intraclass correlations of a full table of targets and raters, with intervals: (1,·) raters differ from target to target, (2,·)
 * raters are drawn from many and their severity counts, (3,·) these raters only and severity does not count.
 * The interval of (2,k) is that of (2,1) stepped up by Spearman and Brown, as Shrout & Fleiss give it; McGraw & Wong (1996) differ.
 * @param table one row for each target, one rating in it from each rater
 * @param confidence of the interval, .95 by default
 * @returns undefined with fewer than two targets or raters, a gap, or no difference at all between ratings
 */
export function intraclassCorrelations(
  table: readonly (readonly number[])[],
  confidence = 0.95,
): Icc[] | undefined {
  const n = table.length
  const k = table[0]?.length ?? 0
  if (n < 2 || k < 2 || table.some((row) => row.length !== k || !row.every(Number.isFinite))) return undefined
  const { targets, raters, rest, within } = readSquares(table)
  if (targets === 0 && within === 0) return undefined
  const perTarget = n - 1
  const perRest = (n - 1) * (k - 1)
  const upper = (1 + confidence) / 2

  const oneWay = (targets - within) / (targets + (k - 1) * within)
  const f1 = targets / within
  const low1 = f1 / fQuantile(upper, perTarget, n * (k - 1))
  const high1 = f1 * fQuantile(upper, n * (k - 1), perTarget)
  const single1 = { low: stepDown(low1, k), high: stepDown(high1, k) }

  const twoWay = (targets - rest) / (targets + (k - 1) * rest + (k * (raters - rest)) / n)
  const f2 = targets / rest
  const single2 = boundTwoWay({ targets, raters, rest, n, k, value: twoWay, upper })

  const fixed = (targets - rest) / (targets + (k - 1) * rest)
  const low3 = f2 / fQuantile(upper, perTarget, perRest)
  const high3 = f2 * fQuantile(upper, perRest, perTarget)

  const p1 = 1 - fCdf(f1, perTarget, n * (k - 1))
  const p2 = 1 - fCdf(f2, perTarget, perRest)
  const stepUp = (value: number): number => (k * value) / (1 + (k - 1) * value)
  return [
    { kind: '1,1', value: oneWay, f: f1, p: p1, ...single1 },
    { kind: '2,1', value: twoWay, f: f2, p: p2, ...single2 },
    { kind: '3,1', value: fixed, f: f2, p: p2, low: stepDown(low3, k), high: stepDown(high3, k) },
    {
      kind: '1,k',
      value: (targets - within) / targets,
      f: f1,
      p: p1,
      low: 1 - 1 / low1,
      high: 1 - 1 / high1,
    },
    {
      kind: '2,k',
      value: (targets - rest) / (targets + (raters - rest) / n),
      f: f2,
      p: p2,
      low: stepUp(single2.low),
      high: stepUp(single2.high),
    },
    { kind: '3,k', value: (targets - rest) / targets, f: f2, p: p2, low: 1 - 1 / low3, high: 1 - 1 / high3 },
  ]
}

function stepDown(f: number, k: number): number {
  return Number.isFinite(f) ? (f - 1) / (f + k - 1) : 1
}

type TwoWay = {
  targets: number
  raters: number
  rest: number
  n: number
  k: number
  value: number
  upper: number
}

/** Shrout & Fleiss (1979), page 424, with Satterthwaite's degrees of freedom. */
function boundTwoWay({ targets, raters, rest, n, k, value, upper }: TwoWay): { low: number; high: number } {
  if (rest === 0 && raters === 0) return { low: 1, high: 1 }
  const f = raters / rest
  const mixed = k * value * f + n * (1 + (k - 1) * value) - k * value
  const degrees =
    rest === 0
      ? k - 1
      : ((k - 1) * (n - 1) * mixed ** 2) /
        ((n - 1) * k ** 2 * value ** 2 * f ** 2 + (n * (1 + (k - 1) * value) - k * value) ** 2)
  const toLow = fQuantile(upper, n - 1, degrees)
  const toHigh = fQuantile(upper, degrees, n - 1)
  const shared = k * raters + (k * n - k - n) * rest
  return {
    low: (n * (targets - toLow * rest)) / (toLow * shared + n * targets),
    high: (n * (toHigh * targets - rest)) / (shared + n * toHigh * targets),
  }
}

/** Mean squares between targets, between raters, of what is left, and within targets. */
function readSquares(table: readonly (readonly number[])[]) {
  const n = table.length
  const k = table[0]?.length ?? 0
  const grand = table.flat().reduce((sum, value) => sum + value, 0) / (n * k)
  const square = (value: number): number => (value - grand) ** 2
  const ofRows = table.map((row) => row.reduce((sum, value) => sum + value, 0) / k)
  const ofColumns = Array.from(
    { length: k },
    (_, j) => table.reduce((sum, row) => sum + (row[j] ?? NaN), 0) / n,
  )
  const total = table.flat().reduce((sum, value) => sum + square(value), 0)
  const targets = k * ofRows.reduce((sum, mean) => sum + square(mean), 0)
  const raters = n * ofColumns.reduce((sum, mean) => sum + square(mean), 0)
  // What is left may come out a trace below 0 for want of digits.
  const rest = Math.max(0, total - targets - raters)
  return {
    targets: targets / (n - 1),
    raters: raters / (k - 1),
    rest: rest / ((n - 1) * (k - 1)),
    within: Math.max(0, total - targets) / (n * (k - 1)),
  }
}
