/** How good people find a question, and what the person who looks said themselves. */
export type StarsView = { mean: number | null; people: number; own: number | null; mayRate: boolean }

/** "4.5 stars from 2 people." */
export function starsInWords({ mean, people }: Pick<StarsView, 'mean' | 'people'>): string {
  if (mean === null) return 'Nobody gave stars yet; the planner takes three.'
  const stars = mean.toFixed(1).replace(/\.0$/, '')
  return `${stars} ${stars === '1' ? 'star' : 'stars'} from ${people === 1 ? 'one person' : `${people} people`}.`
}
