import type { CalibrationInput, CalibrationTerm, SpreadOf } from './calibration-types.ts'
import { defaultTerms } from './design.ts'

/** The deviation that belongs to each term. */
export const deviationOf = {
  candidate: 'candidate',
  competency: 'candidateCompetency',
  halo: 'halo',
  severity: 'severity',
} as const satisfies Record<CalibrationTerm, keyof SpreadOf>

/**
 * Says why an input cannot be calibrated, in words for people.
 * @returns undefined when it can
 */
export function findCalibrationProblem(input: CalibrationInput): string | undefined {
  if (!input.ratings.every(({ rating }) => Number.isFinite(rating))) return 'Every rating must be a number.'
  const competencies = new Set(input.ratings.map((rating) => rating.competency)).size
  const terms = input.terms ?? defaultTerms(competencies)
  if (!terms.includes('candidate')) return 'The terms must include candidate: it is what is estimated.'
  if (input.model === 'reml' && competencies === 1 && terms.includes('competency'))
    return 'With one competency, the terms candidate and competency cannot be told apart. Leave out competency.'
  if (input.model === 'reml' && competencies === 1 && terms.includes('halo'))
    return 'With one competency, halo cannot be told from what is left over. Leave out halo.'
  if (input.range !== undefined && !(input.range > 0 && Number.isFinite(input.range)))
    return 'The range of the scale must be more than 0.'
  if (input.weights?.some(({ weight }) => !(weight >= 0 && Number.isFinite(weight))))
    return 'A weight must be 0 or more.'
  return input.model === 'fixed' ? findDeviationProblem(input.sd ?? {}, terms) : undefined
}

function findDeviationProblem(
  sd: Partial<SpreadOf<number>>,
  terms: readonly CalibrationTerm[],
): string | undefined {
  const wanted = [...terms.map((term) => deviationOf[term]), 'residual' as const]
  const missing = wanted.filter((name) => sd[name] === undefined)
  if (missing.length > 0)
    return `The model fixed needs a standard deviation for ${missing.join(', ')}. Give it, or name fewer terms.`
  const wrong = wanted.find((name) => !((sd[name] ?? NaN) >= 0 && Number.isFinite(sd[name])))
  if (wrong) return `The standard deviation of ${wrong} must be 0 or more.`
  return sd.residual === 0 ? 'The standard deviation of residual must be more than 0.' : undefined
}
