import type { Design } from './design.ts'
import {
  createLikelihood,
  differenceSlopes,
  listActive,
  toDeviations,
  type Deviations,
} from './likelihood.ts'
import { at, dot, factorise, invertFactored } from './linear.ts'
import { minimise, type Sloped } from './minimise.ts'
import { normalQuantile } from './normal.ts'

/** One set of deviations with its share of the posterior. Weights of a list sum to 1. */
export type Draw = { deviations: Deviations; weight: number }

/** Scales of the half-normal priors, in points of a four-level scale: the four parts in order, then the residual. */
export const priorScales = [0.7, 0.4, 0.4, 0.35, 0.7] as const

const roundSizes = [256, 256, 512]
const degreesOfFreedom = 6
/** Keeps ratios finite where ratings fit without any residual. A ten thousandth of its prior scale changes no figure shown. */
const leastResidual = 1e-4

/**
 * How sharply a coordinate bends on its way to 0, in scales of the prior. Above it, coordinates go along with deviations, where a posterior
 * looks most like a normal one; the logarithm has a long tail on the left, and sampling around the mode misses it.
 */
const bend = 0.15

type Proposal = { centre: Float64Array; factor: Float64Array; logDeterminant: number }
type Point = { x: Float64Array; logWeight: number }

/**
 * Draws deviations from their posterior under half-normal priors, with flat means, by adaptive importance sampling: points of a
 * Halton sequence through a multivariate t distribution with 6 degrees of freedom around the mode, twice fitted anew to the weighted points.
 * Nothing in it is random.
 * @param range of the scale, in points; the priors are made for 3
 */
export function drawDeviations(design: Design, range: number): Draw[] {
  const scales = Float64Array.from([...listActive(design), priorScales.length - 1], (part) => {
    return ((priorScales[part] ?? NaN) * range) / 3
  })
  const density = createDensity(design, scales)
  let proposal = centreOnMode(density, scales.length)
  let points: Point[] = []
  let first = 32
  roundSizes.forEach((size, round) => {
    if (round > 0) proposal = fitProposal(points, proposal)
    points = samplePoints(density, proposal, first, size)
    first += size
  })
  const weights = normaliseWeights(points.map((point) => point.logWeight))
  return points.flatMap(({ x }, i) => {
    const weight = weights[i] ?? 0
    return weight > 1e-12 ? [{ deviations: toDeviations(design, toScale(x, scales)), weight }] : []
  })
}

/**
 * Keeps fewer draws, of equal weight: those that evenly spaced marks meet when the weights lie end to end.
 * @param most how many marks there are
 */
export function thinDraws(draws: readonly Draw[], most: number): Draw[] {
  if (draws.length <= most) return [...draws]
  let reached = 0
  let marks = 0
  return draws.flatMap(({ deviations, weight }) => {
    const before = marks
    reached += weight
    while (marks < most && (marks + 0.5) / most < reached) marks++
    return marks > before ? [{ deviations, weight: (marks - before) / most }] : []
  })
}

/** Minus the log posterior over unbounded coordinates, each a soft-plus away from its deviation. */
type Density = (x: Float64Array) => Sloped

function createDensity(design: Design, scales: Float64Array): Density {
  const likelihood = createLikelihood(design)
  return (x) => {
    const deviations = toScale(x, scales)
    const { criterion, readSlopes } = likelihood(deviations)
    let value = criterion / 2
    for (let i = 0; i < x.length; i++)
      value += (at(deviations, i) / at(scales, i)) ** 2 / 2 + softPlus(-at(x, i) / bend)
    const readSlope = (): Float64Array =>
      readSlopes().map((slope, i) => {
        const scale = at(scales, i)
        const share = 1 / (1 + Math.exp(-at(x, i) / bend))
        return (slope / 2 + at(deviations, i) / scale ** 2) * scale * share - (1 - share) / bend
      })
    return { value, readSlope }
  }
}

function toScale(x: Float64Array, scales: Float64Array): Float64Array {
  return x.map((value, i) => {
    const floor = i === x.length - 1 ? leastResidual : 0
    return at(scales, i) * (bend * softPlus(value / bend) + floor)
  })
}

function softPlus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}

function centreOnMode(density: Density, n: number): Proposal {
  const { x } = minimise(density, new Float64Array(n).fill(0.7), { tolerance: 1e-8, firstStep: 0.5 })
  const curvature = differenceSlopes((moved) => density(moved).readSlope(), x, new Float64Array(n).fill(1e-3))
  for (let ridge = 0; ; ridge = ridge === 0 ? 0.01 : ridge * 4) {
    const factor = curvature.slice()
    for (let i = 0; i < n; i++) factor[i * n + i] = at(factor, i * n + i) + ridge
    try {
      factorise(factor, n)
      return toProposal(x, invertFactored(factor, n))
    } catch (error) {
      if (!(error instanceof RangeError) || ridge > 1e6) throw error
    }
  }
}

function toProposal(centre: Float64Array, covariance: Float64Array): Proposal {
  const factor = covariance.slice()
  return { centre, factor, logDeterminant: factorise(factor, centre.length) }
}

function samplePoints(density: Density, proposal: Proposal, first: number, count: number): Point[] {
  const { centre, factor, logDeterminant } = proposal
  const n = centre.length
  return Array.from({ length: count }, (_, i) => {
    const index = first + i
    const normals = centre.map((_, axis) => normalQuantile(halton(index, primes[axis] ?? 2)))
    const stretch = Math.sqrt(degreesOfFreedom / chiSquareOfSix(halton(index, primes[n] ?? 2)))
    const x = centre.map((value, axis) => value + stretch * dot(factor, axis * n, normals, 0, axis + 1))
    const distance = stretch * stretch * dot(normals, 0, normals, 0, n)
    const logProposal =
      -logDeterminant / 2 - ((degreesOfFreedom + n) / 2) * Math.log1p(distance / degreesOfFreedom)
    return { x, logWeight: -density(x).value - logProposal }
  })
}

/** Mean and covariance of the weighted points, with great weights cut (Ionides 2008) so that no point decides alone. */
function fitProposal(points: readonly Point[], before: Proposal): Proposal {
  const n = before.centre.length
  const raw = normaliseWeights(points.map((point) => point.logWeight))
  const most = 1 / Math.sqrt(points.length)
  const cut = raw.map((weight) => Math.min(weight, most))
  const total = cut.reduce((sum, weight) => sum + weight, 0)
  const centre = new Float64Array(n)
  points.forEach(({ x }, i) => {
    for (let j = 0; j < n; j++) centre[j] = at(centre, j) + (at(cut, i) / total) * at(x, j)
  })
  const covariance = new Float64Array(n * n)
  points.forEach(({ x }, p) => {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        covariance[i * n + j] =
          at(covariance, i * n + j) +
          (at(cut, p) / total) * (at(x, i) - at(centre, i)) * (at(x, j) - at(centre, j))
  })
  for (let i = 0; i < n; i++) covariance[i * n + i] = at(covariance, i * n + i) * 1.02 + 1e-8
  return toProposal(centre, covariance)
}

function normaliseWeights(logWeights: readonly number[]): Float64Array {
  const greatest = logWeights.reduce((most, value) => Math.max(most, value), -Infinity)
  const weights = Float64Array.from(logWeights, (value) => Math.exp(value - greatest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

const primes = [2, 3, 5, 7, 11, 13] as const

/** Digits of the index in a base, mirrored at the point (Halton 1960). */
function halton(index: number, base: number): number {
  let value = 0
  let share = 1 / base
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    value += (rest % base) * share
    share /= base
  }
  return value
}

/** The quantile of χ² with 6 degrees of freedom, whose upper tail is e^(−x/2)(1 + x/2 + x²/8). */
function chiSquareOfSix(p: number): number {
  let low = 0
  let high = 200
  for (let step = 0; step < 60; step++) {
    const x = (low + high) / 2
    if (1 - Math.exp(-x / 2) * (1 + x / 2 + (x * x) / 8) < p) low = x
    else high = x
  }
  return (low + high) / 2
}
