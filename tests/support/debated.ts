import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { pickCard } from './cards.ts'
import { fillRound } from './comparison-round.ts'
import type { Round } from './round.ts'
import type { TestServer } from './server.ts'

/** Fills every card, so that the two of every interview are three levels apart about the first candidate. @returns the path of that debrief */
export function fillDebated(server: TestServer, round: Round): string {
  fillRound(server.db, round, {
    now: Date.now() - 600_000,
    text: 'Kept the key beside the order',
    levelOf: (who, card) => (who === 0 ? (card % 2 ? 4 : 1) : 3),
  })
  return paths.debrief(round.candidates[0]?.applicationId ?? '')
}

/** The cards that rated what is talked about first: of disagreements equally wide, the heaviest must-have. */
export function listFirstRaters(round: Round) {
  const [first] = round.snapshot.competencies
    .filter((competency) => competency.gate !== null)
    .toSorted((a, b) => b.weight - a.weight)
  const cards = round.candidates[0]?.sessions.flatMap((session) => session.cards) ?? []
  return cards
    .map((_card, index) => ({ index, ...pickCard(round, index) }))
    .filter(({ interview }) =>
      interview.questions.some(({ content }) => content.primaryCompetency === first?.id),
    )
}

/** The point of the agenda in view. */
export function topicOf(page: Page) {
  return page.locator('#topic')
}
