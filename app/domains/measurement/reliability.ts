import type { ReliabilityStep } from './calibration-types.ts'
import { candidatePart, competencyPart, haloPart, severityPart } from './design.ts'
import type { Draw } from './integrate.ts'
import type { Deviations } from './likelihood.ts'
import { at } from './linear.ts'

/** With fewer candidates than this, nothing is said of agreement. */
export const leastCandidates = 5

/** Which agreement is reported: a variance ratio, as ICC(A,1) of McGraw & Wong 1996 or ICC(2,1) of Shrout & Fleiss 1979. */
export const agreementFormula = 'ICC(2,1) of one interviewer’s overall score, from the variance components'

/** Up to how many interviewers the gain of one more is shown. */
const mostInterviewers = 8

/**
 * The reliability of a candidate's score from m interviewers who each rate every competency: the share of its variance that lies
 * in the candidates (dependability, Brennan 2001). With one interviewer it is how far two interviewers agree.
 * @param sumOfSquares of the weights of the competencies, which together are 1: 1/K when they are equal
 */
export function reliabilityOf(
  { parts, residual }: Deviations,
  interviewers: number,
  sumOfSquares: number,
): number {
  const between = at(parts, candidatePart) ** 2 + at(parts, competencyPart) ** 2 * sumOfSquares
  const error =
    (at(parts, haloPart) ** 2 + at(parts, severityPart) ** 2 + residual ** 2 * sumOfSquares) / interviewers
  return between + error > 0 ? between / (between + error) : 0
}

/** The reliability of 1 to 8 interviewers, as the draws of the deviations give it. */
export function listReliability(draws: readonly Draw[], sumOfSquares: number): ReliabilityStep[] {
  return Array.from({ length: mostInterviewers }, (_, i) => ({
    interviewers: i + 1,
    ...summariseDraws(draws, (deviations) => reliabilityOf(deviations, i + 1, sumOfSquares)),
  }))
}

/** Weighted mean and quantiles over draws, a quantile lying between the middles of the weights. */
export function summariseDraws(
  draws: readonly Draw[],
  read: (deviations: Deviations) => number,
): { value: number; q05: number; q95: number } {
  const found = draws
    .map(({ deviations, weight }) => ({ value: read(deviations), weight }))
    .sort((a, b) => a.value - b.value)
  const quantile = (p: number): number => {
    let below = 0
    let previous: { value: number; middle: number } | undefined
    for (const { value, weight } of found) {
      const middle = below + weight / 2
      if (middle >= p) {
        if (!previous) return value
        const share = (p - previous.middle) / (middle - previous.middle)
        return previous.value + share * (value - previous.value)
      }
      previous = { value, middle }
      below += weight
    }
    return previous?.value ?? NaN
  }
  const value = found.reduce((sum, one) => sum + one.weight * one.value, 0)
  return { value, q05: quantile(0.05), q95: quantile(0.95) }
}
