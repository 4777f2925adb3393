import { logGamma } from './distributions.ts'
import { normalQuantile } from './normal.ts'

/** How many were selected, of how many. */
export type Selection = { selected: number; of: number }

export type AdverseImpact = {
  rates: [number, number]
  /** The second group's rate over the first's; null where nobody of the first group was selected. */
  ratio: number | null
  /** Bounds of 95 % of the ratio, on the log scale; null where nobody of one group was selected. */
  interval: [number, number] | null
  /** Of the difference of the rates, with the rate of both groups together; null where all or none were selected. */
  z: number | null
  /** Fisher's exact test, two-sided. */
  fisherP: number
  /** Below four fifths (Uniform Guidelines 1978, section 4 D). It decides nothing alone. */
  isBelowFourFifths: boolean
  /** Too few people for the ratio to say anything. */
  isTooFew: boolean
}

/** In a group of fewer, or where chance would select or reject less than one of it, one person decides the ratio. */
const leastPeople = 5

/**
 * Compares the selection rates of two groups (Morris & Dunleavy 2017).
 * @param reference the group compared with: usually the one with the higher rate
 * @returns undefined when a group is empty
 */
export function compareSelection(reference: Selection, group: Selection): AdverseImpact | undefined {
  if (reference.of < 1 || group.of < 1) return undefined
  const [rateA, rateB] = [reference.selected / reference.of, group.selected / group.of]
  const all = reference.of + group.of
  const pooled = (reference.selected + group.selected) / all
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / reference.of + 1 / group.of))
  const ratio = rateA > 0 ? rateB / rateA : null
  return {
    rates: [rateA, rateB],
    ratio,
    interval: boundRatio(reference, group),
    z: error > 0 ? (rateB - rateA) / error : null,
    fisherP: fisherExact(reference, group),
    isBelowFourFifths: ratio !== null && ratio < 0.8,
    isTooFew: isTooFew(reference, group, pooled),
  }
}

function isTooFew(reference: Selection, group: Selection, pooled: number): boolean {
  const smaller = Math.min(reference.of, group.of)
  return smaller < leastPeople || smaller * Math.min(pooled, 1 - pooled) < 1
}

function boundRatio(reference: Selection, group: Selection): [number, number] | null {
  if (reference.selected === 0 || group.selected === 0) return null
  const ratio = group.selected / group.of / (reference.selected / reference.of)
  const error = Math.sqrt(1 / reference.selected - 1 / reference.of + 1 / group.selected - 1 / group.of)
  const reach = Math.exp(normalQuantile(0.975) * error)
  return [ratio / reach, ratio * reach]
}

/** The two-sided p of Fisher's exact test: all tables with the same margins that are no likelier than this one. */
export function fisherExact(reference: Selection, group: Selection): number {
  const selected = reference.selected + group.selected
  const all = reference.of + group.of
  const logChance = (inGroup: number): number =>
    logChoose(group.of, inGroup) + logChoose(reference.of, selected - inGroup) - logChoose(all, selected)
  const own = logChance(group.selected)
  let p = 0
  const most = Math.min(group.of, selected)
  for (let inGroup = Math.max(0, selected - reference.of); inGroup <= most; inGroup++) {
    const chance = logChance(inGroup)
    // Equally likely tables differ in their last digits.
    if (chance <= own + 1e-7) p += Math.exp(chance)
  }
  return Math.min(1, p)
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}
