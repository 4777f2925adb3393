import type { Db } from '#db/client.server.ts'
import { fillCard, pickCard } from './cards.ts'
import type { Round } from './round.ts'

/**
 * Fills and submits every card of these candidates, each with a level of its own.
 * @param given `levelOf` gives the level by the number of the candidate and of the card; null leaves the card out
 */
export function fillRound(
  db: Db,
  round: Round,
  given: { now: number; levelOf: (candidate: number, card: number) => number | null; text?: string },
): void {
  round.candidates.forEach((candidate, i) => {
    candidate.sessions
      .flatMap((session) => session.cards)
      .forEach((_card, j) => {
        const level = given.levelOf(i, j)
        if (level === null) return
        fillCard(db, pickCard(round, j, i), {
          now: given.now,
          level,
          ...(given.text ? { text: given.text } : {}),
        })
      })
  })
}
