import { recommendations, type Rating, type Recommendation } from './scorecard.ts'

/** The keys that stand for a rating which is no level, on the live card and where paper is typed in. */
export const stateKeys = { 'not-asked': 'n', 'no-evidence': 'e' } as const

/** The state that a key stands for; undefined when it stands for none. */
export function keyedState(key: string): keyof typeof stateKeys | undefined {
  const wanted = key.toLowerCase()
  if (wanted === stateKeys['not-asked']) return 'not-asked'
  return wanted === stateKeys['no-evidence'] ? 'no-evidence' : undefined
}

/** The key of a recommendation: 1 for the strongest No, 0 for No decision. */
export function recommendationKey(recommendation: Recommendation): string {
  return recommendation === 'no-decision' ? '0' : String(recommendations.indexOf(recommendation) + 1)
}

/** The recommendation that a key stands for; undefined when it stands for none. */
export function keyedRecommendation(key: string): Recommendation | undefined {
  return recommendations.find((recommendation) => recommendationKey(recommendation) === key)
}

/** The key of a rating; empty when there is none. */
export function ratingKey(rating: Rating | null): string {
  if (rating === null) return ''
  return rating.state === 'rated' ? String(rating.level) : stateKeys[rating.state]
}
