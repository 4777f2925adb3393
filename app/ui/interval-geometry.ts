export type Interval = {
  /** Ends of the scale: 1 and 4 on four levels. */
  min: number
  max: number
  /** The calibrated score with its interval; left out while there are too few ratings. */
  value?: number | undefined
  low?: number | undefined
  high?: number | undefined
  /** The plain mean of the ratings. */
  rawMean?: number | undefined
  /** Every single rating. */
  ratings?: readonly number[] | undefined
  /** The bar of a must-have. */
  gate?: number | undefined
  /** Draws the bracket over the ratings' range: they are far apart. */
  isSplit?: boolean | undefined
}

export type IntervalGeometry = {
  /** `isPast…`: the interval goes on past the end of the scale. */
  band: { from: number; to: number; isPastMin: boolean; isPastMax: boolean } | null
  point: number | null
  rawMean: number | null
  gate: number | null
  /** `nudge` in px keeps equal ratings beside each other. */
  ticks: { at: number; nudge: number }[]
  bracket: { from: number; to: number } | null
}

const nudgePx = 3

/**
 * Positions of an interval bar in `range` (percent for the page, points for a PDF).
 * What reaches over the end of the scale is cut off there, and says so.
 */
export function intervalGeometry(
  interval: Interval,
  range: readonly [number, number] = [0, 100],
): IntervalGeometry {
  const { min, max, value, low, high, rawMean, gate, isSplit } = interval
  const scale = (figure: number) => {
    const share = max === min ? 0.5 : Math.min(1, Math.max(0, (figure - min) / (max - min)))
    return range[0] * (1 - share) + range[1] * share
  }
  const place = (figure: number | undefined) => (figure === undefined ? null : scale(figure))
  const ratings = [...(interval.ratings ?? [])].sort((a, b) => a - b)
  const first = ratings[0]
  const last = ratings.at(-1)
  return {
    band:
      low === undefined || high === undefined
        ? null
        : { from: scale(low), to: scale(high), isPastMin: low < min, isPastMax: high > max },
    point: place(value),
    rawMean: place(rawMean),
    gate: place(gate),
    ticks: ratings.map((rating, index) => {
      const same = ratings.filter((other) => other === rating).length
      const position = index - ratings.indexOf(rating)
      return { at: scale(rating), nudge: (position - (same - 1) / 2) * nudgePx }
    }),
    bracket:
      isSplit && first !== undefined && last !== undefined && last > first
        ? { from: scale(first), to: scale(last) }
        : null,
  }
}

/** "3.1, nine times in ten between 2.7 and 3.5; plain mean 3.3; ratings 3, 3, 4; bar 2.5": the picture in words. */
export function intervalWords({ value, low, high, rawMean, ratings, gate, isSplit }: Interval): string {
  const figure = (number: number) => number.toFixed(1)
  return [
    value === undefined ? 'Too few ratings for a score' : figure(value),
    low !== undefined && high !== undefined && `nine times in ten between ${figure(low)} and ${figure(high)}`,
    rawMean !== undefined && `plain mean ${figure(rawMean)}`,
    ratings && ratings.length > 0 && `ratings ${ratings.join(', ')}`,
    isSplit && 'far apart',
    gate !== undefined && `bar ${figure(gate)}`,
  ]
    .filter(Boolean)
    .join('; ')
}
