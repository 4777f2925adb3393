import type { Person } from '#app/domains/people/person.ts'
import { addGuest, type GivenAccess } from '#app/domains/scheduling/guests/guest-use-cases.server.ts'
import { acceptNotice } from '#app/domains/scheduling/guests/enter-guest.server.ts'
import { listGuests } from '#app/domains/scheduling/guests/guest-store.server.ts'
import { listSessionPeople } from '#app/domains/scheduling/session-store.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import type { pickCard } from './cards.ts'
import type { Round } from './round.ts'

export const guestBrowser = { address: '203.0.113.9', device: 'Firefox on Linux', formerHash: undefined }

export type Guest = {
  person: Person
  guestId: string
  access: GivenAccess
  /** What their cookie holds; null before they accepted. */
  secret: string | null
  card: ReturnType<typeof pickCard>
}

/** A guest in the n-th session of a candidate, who has accepted the notice unless told otherwise. */
export async function addGuestTo(
  services: Services,
  round: Round,
  given: { candidate?: number; session?: number; name?: string; accepts?: boolean; hours?: number } = {},
): Promise<Guest> {
  const { candidate = 0, session = 0, name = 'Ines Okafor', accepts = true, hours = 48 } = given
  const held = round.candidates[candidate]?.sessions[session]
  const interview = round.snapshot.interviews.find((item) => item.id === held?.interviewId)
  if (!held || !interview) throw new Error(`the round has no session ${session}`)
  const ctx = { db: services.db, user: round.coordinator, now: services.now() }
  const added = addGuest(ctx, { sessionId: held.id, formKey: newId(), name, note: 'Finance', hours })
  if (!added.ok) throw new Error(JSON.stringify(added.error))
  const row = listGuests(services.db, held.id).at(-1)
  const seat = listSessionPeople(services.db, [held.id]).find((person) => person.userId === row?.userId)
  if (!row || !seat?.scorecardId) throw new Error('the guest has no seat')
  const person: Person = { id: row.userId, name: row.name, email: '', access: 'guest' }
  const card = { cardId: seat.scorecardId, sessionId: held.id, person, interview }
  const guest = { person, guestId: row.id, access: added.value, card }
  if (!accepts) return { ...guest, secret: null }
  const entered = await acceptNotice(services, { code: added.value.code }, guestBrowser)
  if (!entered.ok) throw new Error(JSON.stringify(entered.error))
  return { ...guest, secret: entered.value.secret }
}
