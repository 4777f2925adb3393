import { standOfPair } from '#app/domains/measurement/tiers.ts'
import { inHundred } from '../calibrated-headline.ts'
import type { CalibrationSummary, ChanceAbove } from '../calibration-summary.ts'
import { findTier } from '../comparison-table.ts'
import type { ComparisonRow } from '../comparison-view.ts'
import { joinNames } from '../headline.ts'

/** What may be said of two candidates, in a sentence; by their application ids. */
export type PairWords = { one: string; other: string; words: string }

/**
 * Every two of these candidates, in their order; those in no order are left out.
 * @param chance of the calibration that `calibration` sums up
 * @returns nothing while there is no calibration
 */
export function writePairs(
  rows: readonly ComparisonRow[],
  calibration: CalibrationSummary,
  chance: ChanceAbove,
): PairWords[] {
  const placed = rows.flatMap((row) => {
    const tier = findTier(row, { calibration })
    return tier ? [{ id: row.applicationId, name: row.name, group: tier.group }] : []
  })
  return placed.flatMap((one, place) =>
    placed
      .slice(place + 1)
      .map((other) => ({ one: one.id, other: other.id, words: writePair(one, other, chance) })),
  )
}

/** Of those whom nobody can be set against yet; null when there are none. */
export function writeUnplaced(
  rows: readonly ComparisonRow[],
  calibration: CalibrationSummary,
): string | null {
  const names = rows.filter((row) => !findTier(row, { calibration })).map((row) => row.name)
  if (calibration.kind === 'none' || names.length === 0) return null
  const who = names.length === 1 ? names[0] : joinNames(names)
  return `Too few scores to set ${who} against anybody.`
}

type Placed = { id: string; name: string; group: number }

function writePair(one: Placed, other: Placed, chance: ChanceAbove): string {
  if (one.group !== other.group)
    return `No shared interviewer connects ${one.name} and ${other.name}: nothing can be said of the two.`
  const forward = chance(one.id, other.id)
  const [above, below, p] = forward >= 0.5 ? [one, other, forward] : [other, one, 1 - forward]
  const standing = standOfPair(p)
  const sure = `the chance that ${above.name} is the stronger is ${inHundred(p)}`
  return standing === 'cannot tell'
    ? `Cannot tell ${above.name} and ${below.name} apart: ${sure}.`
    : `${above.name} is ${standing} of ${below.name}: ${sure}.`
}
