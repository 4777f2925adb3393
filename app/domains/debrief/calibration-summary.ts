import type { Calibration, PanelAgreement } from '#app/domains/measurement/calibration-types.ts'
import { leastCandidates } from '#app/domains/measurement/reliability.ts'
import { normalCdf } from '#app/domains/measurement/normal.ts'
import { assignTiers, standOfPair, type PairStanding } from '#app/domains/measurement/tiers.ts'
import { writeCalibratedHeadline } from './calibrated-headline.ts'
import { planCalibration, type NoCalibration } from './comparison-ratings.ts'
import { byName, type ComparisonRow } from './comparison-view.ts'
import type { Headline } from './headline.ts'
import type { Compared } from './scored-card.ts'

/** Between two candidates: the probability that the first is the stronger. */
export type Lead = { above: string; below: string; p: number; standing: PairStanding }

/** Candidates who cannot be told apart from the first of them. */
export type Tier = {
  /** "1", or "2.1" for the leading tier of the second group. */
  key: string
  group: number
  tier: number
  applicationIds: string[]
  /** The least certain pair of this tier and all below it in the group; null for the last. */
  lead: Lead | null
}

export type CalibrationSummary =
  | { kind: 'none'; why: NoCalibration; otherScale: number }
  | {
      kind: 'calibrated'
      headline: Headline
      tiers: Tier[]
      /** Groups of candidates in order that share no interviewer with each other. */
      groups: number
      /** How well the interviewers agree; too few to say under five candidates. */
      agreement: PanelAgreement
      /** Cards that were left out because their version of the panel had another scale. */
      otherScale: number
    }

/** The probability that one candidate is above another; each by application id. */
export type ChanceAbove = (above: string, below: string) => number

/**
 * Puts rows into groups and tiers and says what may be said of them.
 * @param rows in the order of raw scores, which holds where nothing can be calibrated
 */
export function summariseCalibration(
  rows: readonly ComparisonRow[],
  input: Compared,
  calibration: Calibration | 'under-way' | undefined,
): { rows: ComparisonRow[]; summary: CalibrationSummary } {
  const plan = planCalibration(input)
  const { otherScale } = plan
  if (calibration === 'under-way')
    return { rows: [...rows], summary: { kind: 'none', why: 'under-way', otherScale } }
  if (calibration?.condition !== 'estimated') {
    const why =
      (plan.input === null ? plan.why : null) ??
      (calibration?.condition === 'no variation' ? 'no-variation' : 'too-few')
    return { rows: [...rows], summary: { kind: 'none', why, otherScale } }
  }
  const chance = readChances(calibration)
  const tiers = listTiers(rows, calibration, chance)
  const places = new Map(tiers.flatMap((tier) => tier.applicationIds).map((id, place) => [id, place]))
  const isPlaced = (row: ComparisonRow) => places.has(row.applicationId)
  const sorted = [
    ...rows
      .filter(isPlaced)
      .sort((a, b) => (places.get(a.applicationId) ?? 0) - (places.get(b.applicationId) ?? 0)),
    ...rows.filter((row) => !isPlaced(row)).sort((a, b) => byName(a, b)),
  ]
  const groups = new Set(tiers.map((tier) => tier.group)).size
  const headline = writeCalibratedHeadline({ rows: sorted, tiers, groups, chance, calibration })
  const agreement: PanelAgreement =
    calibration.candidates.length < leastCandidates ? { kind: 'too few to say' } : calibration.agreement
  return { rows: sorted, summary: { kind: 'calibrated', headline, tiers, groups, agreement, otherScale } }
}

/** Chances of all pairs of one group; what the calibration leaves out of a large round is taken as if independent. */
export function readChances({ pairs, candidates }: Calibration): ChanceAbove {
  const known = new Map<string, Map<string, number>>()
  for (const { a, b, p } of pairs) {
    const own = known.get(a)
    if (own) own.set(b, p)
    else known.set(a, new Map([[b, p]]))
  }
  const estimates = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  return (above, below) => {
    const turned = known.get(below)?.get(above)
    const p = known.get(above)?.get(below) ?? (turned === undefined ? undefined : 1 - turned)
    if (p !== undefined) return p
    const [one, other] = [estimates.get(above), estimates.get(below)]
    if (!one || !other) return 0.5
    const spread = Math.sqrt(one.sd ** 2 + other.sd ** 2)
    return spread > 0 ? normalCdf((one.mean - other.mean) / spread) : 0.5
  }
}

function listTiers(rows: readonly ComparisonRow[], { candidates }: Calibration, chance: ChanceAbove): Tier[] {
  const ordered = new Set(rows.filter((row) => row.calibrated).map((row) => row.applicationId))
  const placed = candidates.filter((candidate) => ordered.has(candidate.id))
  const groups = [...new Set(placed.map((candidate) => candidate.group))]
  return groups.flatMap((group, index) => {
    const ids = placed.filter((candidate) => candidate.group === group).map((candidate) => candidate.id)
    const tierOf = assignTiers(
      ids.map((_, place) => place),
      (leader, other) => chance(ids[leader] ?? '', ids[other] ?? ''),
    )
    return [...new Set(tierOf)].map((tier): Tier => {
      const own = ids.filter((_, place) => tierOf[place] === tier)
      const below = ids.filter((_, place) => (tierOf[place] ?? 0) > tier)
      return {
        key: groups.length > 1 ? `${index + 1}.${tier}` : String(tier),
        group: index,
        tier,
        applicationIds: own,
        lead: findWeakestLead(own, below, chance),
      }
    })
  })
}

/** The pair of two sets that is told apart worst; null while one of them is empty. */
export function findWeakestLead(
  above: readonly string[],
  below: readonly string[],
  chance: ChanceAbove,
): Lead | null {
  let weakest: Lead | null = null
  for (const one of above) {
    for (const other of below) {
      const p = chance(one, other)
      if (!weakest || p < weakest.p) weakest = { above: one, below: other, p, standing: standOfPair(p) }
    }
  }
  return weakest
}
