import type { Calibration } from './calibration-types.ts'
import { standOfPair } from './tiers.ts'

/**
 * A calibration as lines of text for a terminal: candidates by tier, interviewers by id, and what may be said of neighbours.
 */
export function reportCalibration(calibration: Calibration): string[] {
  const { candidates, interviewers, groups, condition } = calibration
  if (condition === 'no ratings') return ['The file has no ratings.']
  const many = groups.length > 1
  return [
    `${calibration.n} ratings of ${candidates.length} candidates by ${interviewers.length} interviewers; model ${calibration.model}, terms ${calibration.terms.join(', ')}.`,
    ...explainCondition(condition),
    ...(many
      ? [
          `${groups.length} groups of candidates share no interviewer. Between groups there is no order without an assumption.`,
        ]
      : []),
    '',
    ...layOut(
      [...(many ? ['group'] : []), 'tier', 'candidate', 'raw', 'mean', 'sd', '5 %', '95 %'],
      candidates.map(({ id, raw, mean, sd, q05, q95, group, tier }) => [
        ...(many ? [String(group + 1)] : []),
        String(tier),
        id,
        ...[raw, mean, sd, q05, q95].map(show),
      ]),
    ),
    '',
    ...layOut(
      ['interviewer', 'stricter by', 'sd', '5 %', '95 %', 'candidates'],
      interviewers.map(({ id, severity, sd, q05, q95, candidates: met }) => [
        id,
        ...[severity, sd, q05, q95].map(show),
        String(met),
      ]),
    ),
    '',
    ...sayNeighbours(calibration),
    '',
    `Standard deviations: ${Object.entries(calibration.sd)
      .filter(([, value]) => value !== null)
      .map(([part, value]) => `${part} ${show(value)}`)
      .join(', ')}.`,
    sayAgreement(calibration),
  ]
}

function explainCondition(condition: Calibration['condition']): string[] {
  switch (condition) {
    case 'no variation':
      return ['All ratings of a competency are the same: nothing can be told apart.']
    case 'too few ratings':
      return [
        'There are no more ratings than competencies: this model can say nothing. Try --model integrated.',
      ]
    case 'estimated':
    case 'no ratings':
      return []
  }
}

function sayNeighbours({ candidates, pairs }: Calibration): string[] {
  const chances = new Map(pairs.map(({ a, b, p }) => [JSON.stringify([a, b]), p]))
  return candidates.flatMap(({ id }, i) => {
    const next = candidates[i + 1]
    const p = next && chances.get(JSON.stringify([id, next.id]))
    if (!next || p === undefined) return []
    const standing = standOfPair(p)
    const words =
      standing === 'cannot tell'
        ? `cannot tell ${id} and ${next.id} apart`
        : `${id} is ${standing} of ${next.id}`
    return [`${words} (P ${show(p)})`]
  })
}

function sayAgreement({ agreement }: Calibration): string {
  if (agreement.kind !== 'estimated') return `Agreement: ${agreement.kind}.`
  const { formula, value, q05, q95 } = agreement
  const bounds =
    q05 === null || q95 === null ? '' : `, nine times in ten between ${show(q05)} and ${show(q95)}`
  return `Agreement: ${show(value)}${bounds} (${formula}).`
}

function show(value: number | null): string {
  return value === null ? '–' : value.toFixed(2)
}

/** Names to the left, numbers to the right, columns as wide as their widest cell. */
function layOut(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, i) =>
    rows.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), name.length),
  )
  return [head, ...rows].map((row) =>
    row
      .map((cell, i) => {
        const isName = head[i] === 'candidate' || head[i] === 'interviewer'
        return isName ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
      })
      .join('  '),
  )
}
