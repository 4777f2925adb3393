import { standOfPair } from '#app/domains/measurement/tiers.ts'
import { inHundred } from '../calibrated-headline.ts'
import type { CalibrationSummary, ChanceAbove } from '../calibration-summary.ts'
import { findTier } from '../comparison-table.ts'
import type { ComparisonRow } from '../comparison-view.ts'

/** What may be said of two candidates, in a sentence; by their application ids. */
export type PairWords = { one: string; other: string; words: string }

/**
 * Every two of these candidates, in their order.
 * @param chance of the calibration that `calibration` sums up
 * @returns nothing while there is no calibration
 */
export function writePairs(
  rows: readonly ComparisonRow[],
  calibration: CalibrationSummary,
  chance: ChanceAbove,
): PairWords[] {
  if (calibration.kind === 'none') return []
  return rows.flatMap((one, place) =>
    rows.slice(place + 1).map((other) => ({
      one: one.applicationId,
      other: other.applicationId,
      words: writePair(one, other, calibration, chance),
    })),
  )
}

function writePair(
  one: ComparisonRow,
  other: ComparisonRow,
  calibration: CalibrationSummary,
  chance: ChanceAbove,
): string {
  const tiers = [one, other].map((row) => findTier(row, { calibration }))
  if (tiers.some((tier) => tier === undefined))
    return `Too few scores to set ${one.name} against ${other.name}.`
  if (tiers[0]?.group !== tiers[1]?.group)
    return `No shared interviewer connects ${one.name} and ${other.name}: nothing can be said of the two.`
  const forward = chance(one.applicationId, other.applicationId)
  const [above, below, p] = forward >= 0.5 ? [one, other, forward] : [other, one, 1 - forward]
  const standing = standOfPair(p)
  const sure = `the chance that ${above.name} is the stronger is ${inHundred(p)}`
  return standing === 'cannot tell'
    ? `Cannot tell ${above.name} and ${below.name} apart: ${sure}.`
    : `${above.name} is ${standing} of ${below.name}: ${sure}.`
}
