/** While the leader of a tier is ahead of somebody with less than this probability, both stand in one tier. */
export const tierProbability = 0.8

/** A bar that is reached with at most this probability is missed. */
export const missProbability = 0.2

/** From this probability on one candidate is clearly ahead; from `tierProbability` on, probably. */
export const clearProbability = 0.95

export type PairStanding = 'clearly ahead' | 'probably ahead' | 'cannot tell'

/** What may be said of two candidates. @param p the probability that the one with the higher score is ahead */
export function standOfPair(p: number): PairStanding {
  if (p >= clearProbability) return 'clearly ahead'
  return p >= tierProbability ? 'probably ahead' : 'cannot tell'
}

/** What may be said of a must-have. It never rejects by itself. @param p the probability of reaching the bar */
export function standAtBar(p: number): 'met' | 'not-met' | 'unclear' {
  if (p >= tierProbability) return 'met'
  return p <= missProbability ? 'not-met' : 'unclear'
}

/**
 * Puts candidates into tiers: a new one begins with the first candidate that the leader of the tier is ahead of.
 * @param ordered from the highest score to the lowest
 * @param probabilityAbove that the first is ahead of the second
 * @returns the tier of each, from 1
 */
export function assignTiers(
  ordered: readonly number[],
  probabilityAbove: (leader: number, other: number) => number,
): number[] {
  let leader = ordered[0] ?? 0
  let tier = 1
  return ordered.map((candidate) => {
    if (candidate !== leader && probabilityAbove(leader, candidate) >= tierProbability) {
      leader = candidate
      tier++
    }
    return tier
  })
}
