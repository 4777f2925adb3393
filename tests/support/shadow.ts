import { newId } from '#app/lib/new-id.server.ts'
import type { Person } from '#app/domains/people/person.ts'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import { addInterviewer } from '#app/domains/scheduling/session-store.server.ts'
import { write, type Db } from '#db/client.server.ts'
import { pickCard } from './cards.ts'
import { addPerson, roundStartMs, type Round } from './round.ts'

/**
 * Puts somebody into the session of the n-th card of the first candidate, as a shadow unless said otherwise.
 * @returns what `pickCard` gives, to fill
 */
export function addToSession(
  db: Db,
  round: Round,
  given: { of: number; person?: Person; seat?: Seat; candidate?: number },
): ReturnType<typeof pickCard> {
  const { sessionId, interview } = pickCard(round, given.of, given.candidate)
  const person = given.person ?? addPerson(db, { access: 'interviewer', name: 'Tess Trainee' })
  const cardId = newId()
  write(db, (tx) =>
    addInterviewer(tx, {
      sessionId,
      userId: person.id,
      seat: given.seat ?? 'shadow',
      atMs: roundStartMs,
      newScorecardId: cardId,
    }),
  )
  return { cardId, sessionId, person, interview }
}
