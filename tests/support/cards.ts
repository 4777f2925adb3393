import { randomUUID } from 'node:crypto'
import { applyOperation } from '#app/domains/scorecards/operations.server.ts'
import { write, type Db } from '#db/client.server.ts'
import type { Round } from './round.ts'

/** A person, a card of theirs and its interview: the n-th card of the first candidate. */
export function pickCard(round: Round, index: number, candidate = 0) {
  const found = round.candidates[candidate]?.sessions.flatMap((session) =>
    session.cards.map((card) => ({ session, card })),
  )[index]
  const person = round.interviewers.find((entry) => entry.id === found?.card.interviewerId)
  const interview = round.snapshot.interviews.find((entry) => entry.id === found?.session.interviewId)
  if (!found || !person || !interview) throw new Error(`the round has no card ${index}`)
  return { cardId: found.card.id, sessionId: found.session.id, person, interview }
}

/** Fills a card as its interviewer would, and submits it unless told otherwise. */
export function fillCard(
  db: Db,
  card: ReturnType<typeof pickCard>,
  given: { now: number; level?: number; text?: string; submit?: boolean },
): void {
  const { level = 3, text = 'What was said.' } = given
  const values: [string, unknown][] = [
    ...card.interview.questions.flatMap((question): [string, unknown][] => [
      [`rating:${question.questionId}`, { state: 'rated', level }],
      [`evidence:${question.questionId}`, text],
      [`answer:${question.questionId}`, `Answer: ${text}`],
      [`private:${question.questionId}`, `Private: ${text}`],
    ]),
    ['summary:for', `For: ${text}`],
    ['summary:against', `Against: ${text}`],
    ['recommendation', level > 2 ? 'yes' : 'no'],
    ...((given.submit ?? true) ? [['submit', true] as [string, unknown]] : []),
  ]
  write(db, (tx) => {
    for (const [field, value] of values) {
      const answer = applyOperation({ db, user: card.person, now: given.now }, tx, {
        opId: randomUUID(),
        scorecardId: card.cardId,
        field,
        base: 0,
        value,
      })
      if (answer.outcome !== 'applied') throw new Error(`${field}: ${JSON.stringify(answer)}`)
    }
  })
}
