import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { compareCandidates, type ComparisonRow } from '../comparison-view.ts'
import type { Compared } from '../scored-card.ts'

/** What a decision stands on, in words. */
export type DecisionGroundWords = {
  /**
   * Must-haves whose bar the ratings given alone do not meet. A bar rejects nobody: whoever hires nevertheless says why.
   */
  missedBars: string[]
  /** "2 Yes, 1 No": counted, never averaged. */
  recommendations: string
}

/**
 * What the cards of one candidate say about the bars, and what their writers recommend. Without a calibration over
 * other candidates, as all of a debrief.
 * @param compared with this one candidate
 */
export function readGround(compared: Compared): DecisionGroundWords {
  const view = compareCandidates(compared)
  const [row] = view.rows
  const isMissed = (id: string) =>
    row?.cells.some((cell) => cell.competencyId === id && cell.score !== null && cell.gate === 'not-met') ??
    false
  return {
    missedBars: view.competencies.filter(({ id }) => isMissed(id)).map(({ name }) => name),
    recommendations: countWords(row?.recommendations ?? []),
  }
}

function countWords(recommendations: ComparisonRow['recommendations']): string {
  if (recommendations.length === 0) return 'none given'
  return recommendations
    .map(({ recommendation, count }) => `${count} ${recommendationWords[recommendation]}`)
    .join(', ')
}
