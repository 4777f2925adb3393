import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { debrief, debriefTopic, decision, finalRating, signature } from '#db/schema/debrief.ts'
import {
  amendment,
  application,
  candidate,
  fieldOp,
  scorecard,
  scorecardField,
  session,
  visibilityOverride,
} from '#db/schema/scorecards.ts'
import { eraseGuests } from './guests/guest-store.server.ts'
import { anonymousRecord, anonymousValue } from './anonymise.ts'

/**
 * Removes what tells who a candidate is and what was written about them. Rows, ratings and the hashes of the save
 * log and the audit log stay.
 */
export function eraseCandidate(tx: Tx, given: { candidateId: string; newCode: string; atMs: number }): void {
  const { candidateId, newCode, atMs } = given
  tx.update(candidate)
    .set({ name: null, email: null, cvUrl: null, code: newCode, erasedAtMs: atMs })
    .where(eq(candidate.id, candidateId))
    .run()
  tx.update(application)
    .set({ withdrawnAtMs: atMs })
    .where(and(eq(application.candidateId, candidateId), isNull(application.withdrawnAtMs)))
    .run()
  const ofCandidate = tx
    .select({ id: application.id })
    .from(application)
    .where(eq(application.candidateId, candidateId))
  tx.update(visibilityOverride)
    .set({ reason: 'Erased with the candidate' })
    .where(inArray(visibilityOverride.applicationId, ofCandidate))
    .run()
  eraseGuests(tx, { candidateId, atMs })
  const cards = tx
    .select({ id: scorecard.id, submitted: scorecard.submitted })
    .from(scorecard)
    .innerJoin(session, eq(session.id, scorecard.sessionId))
    .where(inArray(session.applicationId, ofCandidate))
    .all()
  for (const card of cards) eraseCard(tx, card)
  eraseDebriefs(tx, candidateId)
}

/** Outcomes, levels and who signed stay; what was written does not. */
function eraseDebriefs(tx: Tx, candidateId: string): void {
  const debriefs = tx
    .select({ id: debrief.id })
    .from(debrief)
    .innerJoin(application, eq(application.id, debrief.applicationId))
    .where(eq(application.candidateId, candidateId))
  tx.update(debriefTopic).set({ note: '' }).where(inArray(debriefTopic.debriefId, debriefs)).run()
  tx.update(finalRating).set({ reason: null }).where(inArray(finalRating.debriefId, debriefs)).run()
  const decisions = tx.select({ id: decision.id }).from(decision).where(inArray(decision.debriefId, debriefs))
  tx.update(signature).set({ dissent: null }).where(inArray(signature.decisionId, decisions)).run()
  tx.update(decision)
    .set({ reason: null, reopenReason: null })
    .where(inArray(decision.debriefId, debriefs))
    .run()
}

function eraseCard(tx: Tx, card: Pick<typeof scorecard.$inferSelect, 'id' | 'submitted'>): void {
  if (card.submitted !== null)
    tx.update(scorecard)
      .set({ submitted: anonymousRecord(card.submitted) })
      .where(eq(scorecard.id, card.id))
      .run()
  tx.update(fieldOp).set({ value: null, refusal: null }).where(eq(fieldOp.scorecardId, card.id)).run()
  const fields = tx
    .select({ field: scorecardField.field, value: scorecardField.value })
    .from(scorecardField)
    .where(eq(scorecardField.scorecardId, card.id))
    .all()
  for (const { field, value } of fields)
    tx.update(scorecardField)
      .set({ value: anonymousValue(field, value) })
      .where(and(eq(scorecardField.scorecardId, card.id), eq(scorecardField.field, field)))
      .run()
  const amendments = tx
    .select({ id: amendment.id, field: amendment.field, before: amendment.before, after: amendment.after })
    .from(amendment)
    .where(eq(amendment.scorecardId, card.id))
    .all()
  for (const { id, field, before, after } of amendments)
    tx.update(amendment)
      .set({ before: anonymousValue(field, before), after: anonymousValue(field, after), reason: null })
      .where(eq(amendment.id, id))
      .run()
}
