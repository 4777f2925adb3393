import type { Calibration, CalibrationInput, PanelAgreement, SpreadOf } from './calibration-types.ts'
import { findCalibrationProblem } from './calibration-problems.ts'
import { groupConnected } from './connectivity.ts'
import {
  buildDesign,
  candidatePart,
  competencyPart,
  defaultTerms,
  haloPart,
  severityPart,
  tabulate,
  type Design,
  type RatingTable,
} from './design.ts'
import { listCandidates, listInterviewers, listPairs, shareWeights } from './estimates.ts'
import { drawDeviations, thinDraws, type Draw } from './integrate.ts'
import { createLikelihood, fromDeviations, type Deviations } from './likelihood.ts'
import { at } from './linear.ts'
import { readPosterior } from './posterior.ts'
import {
  agreementFormula,
  leastCandidates,
  listReliability,
  reliabilityOf,
  summariseDraws,
} from './reliability.ts'
import { boundRatio, fitReml } from './reml.ts'

/** Beyond this many candidates the deviations are so well known that fewer draws of them tell the same. */
const mostForAllDraws = 60
const fewerDraws = 128

const defaultRange = 3

type Fit = {
  draws: Draw[]
  criterion: number | null
  condition: Calibration['condition']
}

/**
 * Estimates what every interviewer would have given every candidate, and how far the ratings leave it open: a mixed model of
 * candidates, competencies, halos and severities (docs/scores.md). The same ratings give the same answer in any order.
 * @throws RangeError when the input does not fit the model; `findCalibrationProblem` says why beforehand
 */
export function calibrate(input: CalibrationInput): Calibration {
  const problem = findCalibrationProblem(input)
  if (problem !== undefined) throw new RangeError(problem)
  const table = tabulate(input.ratings)
  const terms = input.terms ? [...new Set(input.terms)] : defaultTerms(table.competencies.length)
  const design = buildDesign(table, terms)
  const weights = shareWeights(input, table)
  const sumOfSquares = weights.reduce((sum, weight) => sum + weight * weight, 0)
  const { draws, criterion, condition } = fit(input, table, design)
  const posterior = readPosterior(table, design, draws, weights)
  const groups = groupConnected(table.candidates.length, table.rows)
  const candidates = listCandidates({ input, table, posterior, groups, weights })
  return {
    model: input.model,
    terms,
    n: design.n,
    condition,
    competencyMeans: table.competencies.map((competency, k) => ({
      competency,
      mean: posterior.competencyMean(k),
    })),
    sd: readSpread(design, draws),
    remlCriterion: criterion,
    candidates: candidates.map(({ estimate }) => estimate),
    interviewers: listInterviewers(table, posterior),
    pairs: listPairs(candidates, posterior),
    groups: groups.map((group) => group.map((c) => table.candidates[c] ?? '')),
    agreement: judgeAgreement({ table, design, draws, condition, sumOfSquares, model: input.model }),
    reliability:
      condition === 'estimated'
        ? { usual: medianInterviewers(table), steps: listReliability(draws, sumOfSquares) }
        : null,
  }
}

function fit(input: CalibrationInput, table: RatingTable, design: Design): Fit {
  if (design.n === 0) return { draws: [certain(nothing)], criterion: null, condition: 'no ratings' }
  if (input.model === 'fixed') {
    const sd = input.sd ?? {}
    const given = [sd.candidate, sd.candidateCompetency, sd.halo, sd.severity]
    const parts = Float64Array.from(given, (value, part) => (design.parts.hasPart[part] ? (value ?? 0) : 0))
    const deviations = { parts, residual: sd.residual ?? 0 }
    const { criterion } = createLikelihood(design)(fromDeviations(design, deviations))
    return { draws: [certain(deviations)], criterion, condition: 'estimated' }
  }
  if (design.sumOfSquares === 0 && design.n > design.means)
    return { draws: [certain(nothing)], criterion: null, condition: 'no variation' }
  if (input.model === 'reml') {
    const fitted = fitReml(design)
    return fitted
      ? { draws: [certain(fitted.deviations)], criterion: fitted.criterion, condition: 'estimated' }
      : { draws: [certain(nothing)], criterion: null, condition: 'too few ratings' }
  }
  const draws = drawDeviations(design, input.range ?? Math.max(defaultRange, rangeOf(table)))
  const isMany = table.candidates.length > mostForAllDraws
  return { draws: isMany ? thinDraws(draws, fewerDraws) : draws, criterion: null, condition: 'estimated' }
}

const nothing: Deviations = { parts: new Float64Array(4), residual: 0 }

function certain(deviations: Deviations): Draw {
  return { deviations, weight: 1 }
}

function rangeOf({ rows }: RatingTable): number {
  let [least, most] = [Infinity, -Infinity]
  for (const { rating } of rows) {
    least = Math.min(least, rating)
    most = Math.max(most, rating)
  }
  return most - least
}

/** The mean of each deviation over the draws. */
function readSpread({ parts: { hasPart } }: Design, draws: readonly Draw[]): SpreadOf {
  const mean = (part: number): number | null =>
    hasPart[part]
      ? draws.reduce((sum, { deviations, weight }) => sum + weight * at(deviations.parts, part), 0)
      : null
  return {
    candidate: mean(candidatePart),
    candidateCompetency: mean(competencyPart),
    halo: mean(haloPart),
    severity: mean(severityPart),
    residual: draws.reduce((sum, { deviations, weight }) => sum + weight * deviations.residual, 0),
  }
}

type Judged = Pick<Calibration, 'condition' | 'model'> & {
  table: RatingTable
  design: Design
  draws: readonly Draw[]
  sumOfSquares: number
}

/** One number for the panel, where there is enough to say one: candidates, and two interviewers who met the same one. */
function judgeAgreement({ table, design, draws, condition, model, sumOfSquares }: Judged): PanelAgreement {
  if (table.candidates.length < leastCandidates || !isAnyoneMetTwice(table)) return { kind: 'too few to say' }
  if (design.sumOfSquares === 0) return { kind: 'no variation' }
  if (condition !== 'estimated') return { kind: 'too few to say' }
  const read = (deviations: Deviations): number => reliabilityOf(deviations, 1, sumOfSquares)
  const { value, q05, q95 } = summariseDraws(draws, read)
  const [fitted] = draws
  const bounds =
    model === 'integrated'
      ? { q05, q95 }
      : model === 'reml' && fitted
        ? boundRatio(design, fitted.deviations, read)
        : undefined
  return {
    kind: 'estimated',
    formula: agreementFormula,
    value,
    q05: bounds?.q05 ?? null,
    q95: bounds?.q95 ?? null,
  }
}

function isAnyoneMetTwice({ rows }: RatingTable): boolean {
  return rows.some((row, i) => {
    const before = rows[i - 1]
    return before?.candidate === row.candidate && before.interviewer !== row.interviewer
  })
}

function medianInterviewers({ candidates, rows }: RatingTable): number {
  const met = candidates.map(() => new Set<number>())
  for (const row of rows) met[row.candidate]?.add(row.interviewer)
  const counts = met.map((own) => own.size).sort((a, b) => a - b)
  return counts[Math.floor((counts.length - 1) / 2)] ?? 0
}
