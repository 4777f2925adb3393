import type { Estimate } from './calibration-types.ts'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'

/** Normal distributions that are drawn from by weight. Weights sum to 1. */
export type Mixture = { weights: Float64Array; means: Float64Array; sds: Float64Array }

/** Mean, deviation, and the bounds that hold nine values in ten. */
export function summariseMixture(mixture: Mixture): Estimate {
  const { weights, means, sds } = mixture
  let mean = 0
  for (const [i, weight] of weights.entries()) mean += weight * (means[i] ?? NaN)
  let variance = 0
  for (const [i, weight] of weights.entries())
    variance += weight * ((sds[i] ?? NaN) ** 2 + ((means[i] ?? NaN) - mean) ** 2)
  const sd = Math.sqrt(variance)
  return {
    mean,
    sd,
    q05: findQuantile(mixture, 0.05, { mean, sd }),
    q95: findQuantile(mixture, 0.95, { mean, sd }),
  }
}

/** The probability of at least a bar. A distribution without spread counts as reaching a bar that it stands on. */
export function probabilityOfReaching({ weights, means, sds }: Mixture, bar: number): number {
  let sum = 0
  for (const [i, weight] of weights.entries()) {
    const above = (means[i] ?? NaN) - bar
    const sd = sds[i] ?? NaN
    sum += weight * (sd > 0 ? normalCdf(above / sd) : above >= -1e-9 ? 1 : 0)
  }
  return Math.min(sum, 1)
}

/** Newton's steps, kept between bounds that close in. */
function findQuantile(mixture: Mixture, p: number, { mean, sd }: { mean: number; sd: number }): number {
  if (!(sd > 0)) return mean
  const { weights, means, sds } = mixture
  let low = mean - 12 * sd
  let high = mean + 12 * sd
  let x = mean + sd * normalQuantile(p)
  for (let step = 0; step < 60; step++) {
    let excess = -p
    let density = 0
    for (let i = 0; i < weights.length; i++) {
      const own = Math.max(sds[i] ?? NaN, sd * 1e-9)
      const z = (x - (means[i] ?? NaN)) / own
      excess += (weights[i] ?? NaN) * normalCdf(z)
      density += ((weights[i] ?? NaN) * normalDensity(z)) / own
    }
    if (excess > 0) high = x
    else low = x
    const next = density > 0 ? x - excess / density : NaN
    const isInside = next > low && next < high
    const moved = isInside ? next : (low + high) / 2
    // A step of Newton's squares what is left to go.
    if (Math.abs(moved - x) <= sd * (isInside ? 1e-6 : 1e-10)) return moved
    x = moved
  }
  return x
}
