import type { Calibration, InterviewerEstimate } from '#app/domains/measurement/calibration-types.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { CalibratedCard } from './read-cards.ts'
import { medianOf } from './statistics.ts'

/** Below these nothing is said of how strictly somebody rates. */
export const leastCandidatesMet = 3
export const leastCoRaters = 2

export type Severity =
  | { kind: 'hidden'; why: string }
  | {
      kind: 'no-difference' | 'stricter' | 'milder'
      /** In points of the scale; positive is stricter than the others. */
      value: number
      low: number
      high: number
    }

/** How one person uses the scale and their cards. */
export type InterviewerUse = {
  interviewerId: string
  name: string
  candidates: number
  cards: number
  severity: Severity
  /** How often each level was given, in the order of the scale; null while too few candidates were met. */
  levels: { value: number; label: string; count: number }[] | null
  ratings: number
  /** Of the cards that were filled by their writer for an interview with a time. */
  timed: number
  late: number
  /** The median number of words beside a rating; null without one. */
  evidenceWords: number | null
}

/** What may be said of how strictly somebody rates. */
export function judgeSeverity(
  estimate: InterviewerEstimate | undefined,
  condition: Calibration['condition'],
): Severity {
  if (!estimate || condition === 'no ratings') return { kind: 'hidden', why: 'no rating yet' }
  const { candidates, coRaters, severity, q05, q95 } = estimate
  if (candidates < leastCandidatesMet) {
    const met = candidates === 1 ? 'one candidate' : `${candidates} candidates`
    return { kind: 'hidden', why: `rated ${met}; shown from three` }
  }
  if (coRaters < leastCoRaters) {
    const shared = coRaters === 0 ? 'no colleague' : 'one colleague'
    return { kind: 'hidden', why: `shares candidates with ${shared}; shown from two` }
  }
  if (condition !== 'estimated') return { kind: 'hidden', why: 'all ratings are the same' }
  const bounds = { value: severity, low: q05, high: q95 }
  if (q05 > 0) return { kind: 'stricter', ...bounds }
  return q95 < 0 ? { kind: 'milder', ...bounds } : { kind: 'no-difference', ...bounds }
}

/** How everybody uses the scale, by name: this is no ranking. */
export function listInterviewerUse(
  cards: readonly CalibratedCard[],
  calibration: Pick<Calibration, 'interviewers' | 'condition'>,
): InterviewerUse[] {
  const estimates = new Map(calibration.interviewers.map((entry) => [entry.id, entry]))
  return [...groupBy(cards, (card) => card.interviewerId)]
    .map(([interviewerId, own]): InterviewerUse => {
      const scale = own[0]?.scale.levels ?? []
      const questions = own.flatMap((card) => card.questions)
      const given = questions.flatMap(({ rating, evidence }) =>
        rating?.state === 'rated'
          ? [{ level: nearestLevel(scale, rating.level), words: countWords(evidence) }]
          : [],
      )
      const candidates = new Set(own.map((card) => card.applicationId)).size
      const timed = own.filter((card) => card.dueAtMs !== null)
      const levels = scale.map(({ value, label }) => ({
        value,
        label,
        count: given.filter(({ level }) => level === value).length,
      }))
      return {
        interviewerId,
        name: own[0]?.interviewerName ?? '',
        candidates,
        cards: own.length,
        severity: judgeSeverity(estimates.get(interviewerId), calibration.condition),
        levels: candidates < leastCandidatesMet ? null : levels,
        ratings: given.length,
        timed: timed.length,
        late: timed.filter((card) => card.submittedAtMs > (card.dueAtMs ?? Infinity)).length,
        evidenceWords: medianOf(given.map(({ words }) => words)),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.interviewerId < b.interviewerId ? -1 : 1))
}

/** A figure between two levels, as past rounds have them, counts for the one that it is nearer to, halfway for the upper. */
function nearestLevel(levels: readonly { value: number }[], figure: number): number {
  const isNearer = (one: number, other: number) =>
    Math.abs(one - figure) - Math.abs(other - figure) || other - one
  return levels.reduce(
    (near, { value }) => (isNearer(value, near) < 0 ? value : near),
    levels[0]?.value ?? figure,
  )
}

function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length
}

/** "0.3 stricter, nine times in ten between 0.1 and 0.5", "no detectable difference", or why nothing is said. */
export function severityWords(severity: Severity): string {
  switch (severity.kind) {
    case 'hidden':
      return severity.why
    case 'no-difference':
      return 'no detectable difference'
    case 'stricter':
      return `${figure(severity.value)} stricter, nine times in ten between ${figure(severity.low)} and ${figure(severity.high)}`
    case 'milder':
      return `${figure(-severity.value)} milder, nine times in ten between ${figure(-severity.high)} and ${figure(-severity.low)}`
  }
}

function figure(value: number): string {
  return value.toFixed(2)
}
