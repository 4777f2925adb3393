import type { ScoreKind } from './comparison-choice.ts'
import type { ComparisonRow, ComparisonView } from './comparison-view.ts'

/** A candidate with a score, or the score to expect, in every competency that is weighed. */
export type WeighedCandidate = { id: string; name: string; scores: Readonly<Record<string, number>> }

/** Weights by competency id, 0 or more; only how they stand to each other matters. */
export type Weights = Readonly<Record<string, number>>

/** The most that can be tried; the least is 0. */
export const mostTried = 100

/** Reads `?w=design:20,safety:5`: weights to try, of these competencies; what is no weight of theirs is left out. */
export function readTried(params: URLSearchParams, competencyIds: readonly string[]): Record<string, number> {
  const pairs = (params.get('w') ?? '').split(',').map((pair) => {
    const colon = pair.lastIndexOf(':')
    return [pair.slice(0, colon), pair.slice(colon + 1)] as const
  })
  return Object.fromEntries(
    pairs.flatMap(([id, text]) =>
      competencyIds.includes(id) && /^\d+$/.test(text)
        ? [[id, Math.min(mostTried, Number(text))] as const]
        : [],
    ),
  )
}

/** The parameters with the weights to try that are not the usual ones; the rest stays. */
export function writeTried(params: URLSearchParams, tried: Weights, usual: Weights): URLSearchParams {
  const next = new URLSearchParams(params)
  const changed = Object.entries(tried).filter(([id, weight]) => weight !== usual[id])
  if (changed.length === 0) next.delete('w')
  else next.set('w', changed.map(([id, weight]) => `${id}:${weight}`).join(','))
  return next
}

/** How far every weight may move, all at once and in any direction, before somebody else may come first. */
export type Stability =
  | { kind: 'nothing to say' }
  | { kind: 'level'; leader: WeighedCandidate; next: WeighedCandidate }
  | { kind: 'always first'; leader: WeighedCandidate }
  | { kind: 'first within'; leader: WeighedCandidate; next: WeighedCandidate; share: number }

/** Scores under these weights, the highest first; nothing without a weight above 0. */
export function scoreUnderWeights(
  candidates: readonly WeighedCandidate[],
  weights: Weights,
): { candidate: WeighedCandidate; score: number }[] {
  const weighed = Object.entries(weights).filter(([, weight]) => weight > 0)
  const total = weighed.reduce((sum, [, weight]) => sum + weight, 0)
  if (total === 0) return []
  return candidates
    .map((candidate) => ({
      candidate,
      score: weighed.reduce((sum, [id, weight]) => sum + (weight / total) * (candidate.scores[id] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.candidate.name.localeCompare(b.candidate.name, 'en'))
}

const slack = 1e-9

/**
 * The leader stays ahead of another while Σ w·d > 0, d being how far they are ahead in each competency. Over all weights between
 * w(1 − r) and w(1 + r) the least of that sum is Σ w·d − r Σ w·|d|, so the order holds up to r = Σ w·d / Σ w·|d|: exactly, not by trial.
 */
export function judgeStability(candidates: readonly WeighedCandidate[], weights: Weights): Stability {
  const [first, ...others] = scoreUnderWeights(candidates, weights).map(({ candidate }) => candidate)
  if (!first || others.length === 0) return { kind: 'nothing to say' }
  const found = others.map((next) => ({ next, share: readMargin(first, next, weights) }))
  const [closest] = found.sort((a, b) => a.share - b.share)
  if (!closest) return { kind: 'nothing to say' }
  if (closest.share <= slack) return { kind: 'level', leader: first, next: closest.next }
  if (closest.share >= 1 - slack) return { kind: 'always first', leader: first }
  return { kind: 'first within', leader: first, ...closest }
}

function readMargin(first: WeighedCandidate, next: WeighedCandidate, weights: Weights): number {
  let ahead = 0
  let apart = 0
  for (const [id, weight] of Object.entries(weights)) {
    const difference = weight * ((first.scores[id] ?? 0) - (next.scores[id] ?? 0))
    ahead += difference
    apart += Math.abs(difference)
  }
  return apart > slack ? ahead / apart : 0
}

/** The same in a sentence. */
export function writeStability(stability: Stability): string {
  switch (stability.kind) {
    case 'nothing to say':
      return 'There is nobody to compare under these weights.'
    case 'level':
      return `${stability.leader.name} and ${stability.next.name} come out level under these weights.`
    case 'always first':
      return `${stability.leader.name} stays first whatever the weights are.`
    case 'first within': {
      const percent = Math.floor(stability.share * 100)
      return percent < 1
        ? `${stability.leader.name} is first, but the smallest change of weights can put ${stability.next.name} there.`
        : `${stability.leader.name} stays first for all weights within ±${percent} %; beyond that ${stability.next.name} can come first.`
    }
  }
}

/**
 * Who can be weighed anew, by groups that share no interviewer. Calibrated scores weigh what is to be expected in every competency;
 * raw ones leave out whoever was not rated in all.
 */
export function listWeighed(view: ComparisonView, kind: ScoreKind): WeighedCandidate[][] {
  const running = view.rows.filter((row) => row.isOrderable && !row.isWithdrawn)
  const read = (row: ComparisonRow): WeighedCandidate[] => {
    const scores = kind === 'calibrated' ? row.calibrated?.expected : readRaw(row)
    return scores ? [{ id: row.applicationId, name: row.name, scores }] : []
  }
  if (kind === 'raw' || view.calibration.kind === 'none') return [running.flatMap(read)]
  const { tiers, groups } = view.calibration
  return Array.from({ length: groups }, (_, group) => {
    const ids = new Set(tiers.filter((tier) => tier.group === group).flatMap((tier) => tier.applicationIds))
    return running.filter((row) => ids.has(row.applicationId)).flatMap(read)
  })
}

function readRaw(row: ComparisonRow): Record<string, number> | undefined {
  const scores = row.cells.flatMap(({ competencyId, score }) =>
    score ? [[competencyId, score.mean] as const] : [],
  )
  return row.overall?.isPartial === false ? Object.fromEntries(scores) : undefined
}
