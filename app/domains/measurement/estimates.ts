import type {
  CalibrationInput,
  CandidateEstimate,
  CompetencyEstimate,
  InterviewerEstimate,
  PairProbability,
} from './calibration-types.ts'
import type { RatingTable } from './design.ts'
import { at } from './linear.ts'
import { probabilityOfReaching, summariseMixture } from './mixture.ts'
import type { Posterior } from './posterior.ts'
import { scoreCompetency, scoreOverall, type CompetencyScore } from './score.ts'
import { assignTiers } from './tiers.ts'

/** Up to this many candidates every pair is compared; beyond it, neighbours in order. */
export const mostForAllPairs = 200

/** A candidate's estimate beside its place in the table. */
export type PlacedCandidate = { place: number; estimate: CandidateEstimate }

/** The weight of each competency of the table, together 1; equal when none are given or all are 0. */
export function shareWeights(input: CalibrationInput, table: RatingTable): Float64Array {
  const given = new Map(input.weights?.map(({ competency, weight }) => [competency, weight]))
  const weights = Float64Array.from(table.competencies, (id) => (input.weights ? (given.get(id) ?? 0) : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length))
}

type CandidateSettings = {
  input: CalibrationInput
  table: RatingTable
  posterior: Posterior
  groups: readonly (readonly number[])[]
  weights: Float64Array
}

/** The estimates of all candidates, by group and from the highest to the lowest, with the tier of each in its group. */
export function listCandidates(settings: CandidateSettings): PlacedCandidate[] {
  const { table, posterior, groups } = settings
  const rows = table.candidates.map((): RatingTable['rows'] => [])
  for (const row of table.rows) rows[row.candidate]?.push(row)
  const estimates = table.candidates.map((_, place) => ({
    place,
    estimate: readCandidate(settings, place, rows[place] ?? []),
  }))
  return groups.flatMap((group, number) => {
    const ordered = group
      .flatMap((place) => estimates[place] ?? [])
      .sort(
        (a, b) => withoutRounding(b.estimate.mean) - withoutRounding(a.estimate.mean) || a.place - b.place,
      )
    const tiers = assignTiers(
      ordered.map(({ place }) => place),
      posterior.probabilityAbove,
    )
    return ordered.map(({ place, estimate }, i) => ({
      place,
      estimate: { ...estimate, group: number, tier: tiers[i] ?? 1 },
    }))
  })
}

/** Equal scores must stay equal whatever the order in which they were added up. */
function withoutRounding(mean: number): number {
  return Math.round(mean * 1e6)
}

function readCandidate(
  { input, table, posterior, weights }: CandidateSettings,
  place: number,
  rows: RatingTable['rows'],
): CandidateEstimate {
  const cells = new Map<string, CompetencyScore>()
  const competencies = table.competencies.map((competency, k): CompetencyEstimate => {
    const given = rows.filter((row) => row.competency === k)
    const cell = scoreCompetency(
      given.map((row) => ({
        interviewerId: String(row.interviewer),
        competencyId: competency,
        questionId: '',
        level: row.rating,
      })),
    )
    if (cell) cells.set(competency, cell)
    const mixture = posterior.competency(place, k)
    const bar = input.bars?.find((one) => one.competency === competency)?.bar
    return {
      competency,
      raw: cell?.mean ?? null,
      ...summariseMixture(mixture),
      reachesBar: bar === undefined ? null : probabilityOfReaching(mixture, bar),
    }
  })
  const weighted = new Map(
    table.competencies.flatMap((id, k) => (at(weights, k) > 0 ? [[id, at(weights, k)] as const] : [])),
  )
  const overall = scoreOverall(cells, weighted)
  return {
    id: table.candidates[place] ?? '',
    raw: overall?.mean ?? null,
    ...summariseMixture(posterior.candidate(place)),
    scored: overall?.scored ?? 0,
    wanted: weighted.size,
    interviewers: new Set(rows.map((row) => row.interviewer)).size,
    group: 0,
    tier: 1,
    competencies,
  }
}

/** The severities of all interviewers, by id. */
export function listInterviewers(table: RatingTable, posterior: Posterior): InterviewerEstimate[] {
  const metBy = table.interviewers.map(() => new Set<number>())
  const meeting = table.candidates.map(() => new Set<number>())
  for (const row of table.rows) {
    metBy[row.interviewer]?.add(row.candidate)
    meeting[row.candidate]?.add(row.interviewer)
  }
  return table.interviewers.map((id, i) => {
    const { mean, sd, q05, q95 } = summariseMixture(posterior.leniency(i))
    const met = metBy[i] ?? new Set()
    const others = new Set([...met].flatMap((candidate) => [...(meeting[candidate] ?? [])]))
    others.delete(i)
    // 0 − x and not −x: nobody is −0 strict.
    return {
      id,
      severity: 0 - mean,
      sd,
      q05: 0 - q95,
      q95: 0 - q05,
      candidates: met.size,
      coRaters: others.size,
    }
  })
}

/** The pairs within each group; the one who stands higher comes first. */
export function listPairs(candidates: readonly PlacedCandidate[], posterior: Posterior): PairProbability[] {
  const isAll = candidates.length <= mostForAllPairs
  return candidates.flatMap((a, i) =>
    candidates
      .slice(i + 1, isAll ? undefined : i + 2)
      .filter((b) => b.estimate.group === a.estimate.group)
      .map((b) => ({
        a: a.estimate.id,
        b: b.estimate.id,
        p: posterior.probabilityAbove(a.place, b.place),
      })),
  )
}
