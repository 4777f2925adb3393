import type { Calibration } from '#app/domains/measurement/calibration-types.ts'
import { standOfPair } from '#app/domains/measurement/tiers.ts'
import type { ChanceAbove, Tier } from './calibration-summary.ts'
import { formatScore } from './comparison-table.ts'
import type { CalibratedScore, ComparisonRow } from './comparison-view.ts'
import { joinNames, tooFewInOrder, type Headline } from './headline.ts'

type Said = {
  rows: readonly ComparisonRow[]
  tiers: readonly Tier[]
  groups: number
  chance: ChanceAbove
  calibration: Pick<Calibration, 'reliability'>
}

/** What calibrated scores allow to be said of the candidates who still run, and no more. */
export function writeCalibratedHeadline({ rows, tiers, groups, chance, calibration }: Said): Headline {
  const names = new Map(rows.filter((row) => !row.isWithdrawn).map((row) => [row.applicationId, row.name]))
  const running = tiers
    .map((tier) => ({ ...tier, ids: tier.applicationIds.filter((id) => names.has(id)) }))
    .filter((tier) => tier.ids.length > 0)
  const nameOf = (id: string | undefined) => names.get(id ?? '') ?? ''
  if (running.flatMap((tier) => tier.ids).length < 2) return tooFewInOrder
  if (groups > 1)
    return {
      title: `${groups} groups of candidates share no interviewer.`,
      detail:
        'Within a group the scores can be compared. Between groups nobody can say whether a difference comes from the candidates or from who asked them; one interviewer who meets somebody of each would connect them.',
    }
  const [first, second] = running
  const [leader, next] = first?.ids ?? []
  const more = sayReliability(calibration)
  if (!first || leader === undefined || (next === undefined && !second)) return tooFewInOrder
  const rest = running.slice(1).flatMap((tier) => tier.ids)
  if (next !== undefined) {
    const last = first.ids.at(-1) ?? next
    const p = chance(leader, last)
    const alone = first.ids.length === 2
    return {
      title: `Cannot tell ${joinNames(first.ids.map(nameOf))} apart.`,
      detail: [
        `The chance that ${nameOf(leader)} is stronger than ${nameOf(last)} is ${inHundred(p)}${alone ? ': too close to call' : ', and less against each in between'}.`,
        sayAhead(alone ? 'Both are' : 'All of them are', chanceOver(first.ids, rest, chance)),
        more,
      ]
        .filter(Boolean)
        .join(' '),
    }
  }
  const other = second?.ids[0] ?? ''
  const p = chance(leader, other)
  return {
    title: `${nameOf(leader)} is ${standOfPair(p)} of ${nameOf(other)}.`,
    detail: [
      `The chance that ${nameOf(leader)} is the stronger of the two is ${inHundred(p)}.`,
      rest.length > 1 && sayAhead(`${nameOf(leader)} is`, chanceOver([leader], rest, chance)),
      more,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** "55 in 100"; never 0 or 100, which no score is sure of. */
export function inHundred(p: number): string {
  return `${Math.min(99, Math.max(1, Math.round(p * 100)))} in 100`
}

/** One sentence for one candidate: what to expect of them, how surely, and the plain mean beside it. */
export function writeExpectation(
  name: string,
  calibrated: CalibratedScore | null,
  raw: number | null,
): string {
  const plain = raw === null ? '' : ` The plain mean is ${formatScore(raw)}.`
  if (!calibrated) return `Too few scores to say what to expect of ${name}.${plain}`
  const { mean, low, high } = calibrated
  return `If every interviewer had met ${name}, we expect ${formatScore(mean)}; nine times in ten between ${formatScore(low)} and ${formatScore(high)}.${plain}`
}

function chanceOver(above: readonly string[], below: readonly string[], chance: ChanceAbove): number | null {
  const all = above.flatMap((one) => below.map((other) => chance(one, other)))
  return all.length === 0 ? null : Math.min(...all)
}

function sayAhead(who: string, p: number | null): string {
  if (p === null) return ''
  const standing = standOfPair(p)
  return standing === 'cannot tell' ? '' : `${who} ${standing} of everybody else in order.`
}

function sayReliability({ reliability }: Pick<Calibration, 'reliability'>): string {
  const now = reliability?.steps.find((step) => step.interviewers === reliability.usual)
  const then = reliability?.steps.find((step) => step.interviewers === reliability.usual + 1)
  if (!now || !then || then.value - now.value < 0.01) return ''
  return `One more interviewer for each would raise reliability from ${now.value.toFixed(2)} to ${then.value.toFixed(2)}.`
}
