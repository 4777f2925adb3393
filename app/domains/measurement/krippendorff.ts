/** How far apart two values are: different or not, by rank, by distance, by proportion. */
export type AlphaLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha (2011, Computing Krippendorff's Alpha-Reliability): 1 is full agreement, 0 what chance gives. Units with fewer than two
 * ratings are left out; missing ratings do no harm.
 * @param units the ratings of each unit, null where a rater gave none
 * @returns undefined when fewer than two ratings can be paired, or all of them are the same
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  level: AlphaLevel,
): number | undefined {
  const paired = units
    .map((unit) => unit.filter((value): value is number => value !== null))
    .filter((unit) => unit.length > 1)
  const values = [...new Set(paired.flat())].sort((a, b) => a - b)
  if (values.length < 2) return undefined
  const places = new Map(values.map((value, i) => [value, i]))
  const size = values.length
  const together = new Float64Array(size * size)
  const totals = new Float64Array(size)
  for (const unit of paired) {
    const counts = new Float64Array(size)
    for (const value of unit) add(counts, places.get(value) ?? 0, 1)
    for (let c = 0; c < size; c++) {
      const own = counts[c] ?? 0
      if (own === 0) continue
      add(totals, c, own)
      for (let k = 0; k < size; k++)
        add(together, c * size + k, (own * ((counts[k] ?? 0) - (c === k ? 1 : 0))) / (unit.length - 1))
    }
  }
  const distance = measureDistance(values, totals, level)
  const all = totals.reduce((sum, count) => sum + count, 0)
  let observed = 0
  let expected = 0
  for (let c = 0; c < size; c++)
    for (let k = c + 1; k < size; k++) {
      const apart = distance(c, k)
      observed += (together[c * size + k] ?? 0) * apart
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * apart
    }
  return 1 - ((all - 1) * observed) / expected
}

function measureDistance(
  values: readonly number[],
  totals: Float64Array,
  level: AlphaLevel,
): (c: number, k: number) => number {
  const value = (i: number): number => values[i] ?? NaN
  switch (level) {
    case 'nominal':
      return () => 1
    case 'interval':
      return (c, k) => (value(c) - value(k)) ** 2
    case 'ratio':
      return (c, k) => ((value(c) - value(k)) / (value(c) + value(k))) ** 2
    case 'ordinal': {
      const reached = new Float64Array(totals.length + 1)
      totals.forEach((count, i) => (reached[i + 1] = (reached[i] ?? 0) + count))
      const between = (c: number, k: number): number => (reached[k + 1] ?? 0) - (reached[c] ?? 0)
      return (c, k) => (between(c, k) - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2
    }
  }
}

function add(values: Float64Array, i: number, value: number): void {
  values[i] = (values[i] ?? 0) + value
}
