import type { VisibleScorecards } from '#app/domains/scorecards/use-cases.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { Db, Tx } from '#db/client.server.ts'
import { listDecisions, listDebriefs, listGuestIds, listSignatures } from './decision-store.server.ts'
import { viewDecisions, type DecisionGround, type DecisionRecord } from './decision-view.ts'

/**
 * What was decided in the debriefs of these candidates, by application id; nothing for those without a started debrief.
 * Callers ask only for candidates whose debrief the viewer may see.
 * @param candidates `cards` that the viewer sees
 * @param competencies names for what another interview should ask about
 */
export function readDecisions(
  db: Db | Tx,
  candidates: readonly Pick<VisibleScorecards, 'applicationId' | 'cards'>[],
  competencies: DecisionGround['competencies'],
): Map<string, DecisionRecord> {
  const debriefs = listDebriefs(
    db,
    candidates.map((candidate) => candidate.applicationId),
  )
  const decisions = listDecisions(
    db,
    debriefs.map((debrief) => debrief.id),
  )
  const signatures = groupBy(
    listSignatures(
      db,
      decisions.map((decision) => decision.id),
    ),
    (signature) => signature.decisionId,
  )
  const decisionsOf = groupBy(decisions, (decision) => decision.debriefId)
  const guests = listGuestIds(
    db,
    candidates.flatMap((candidate) => candidate.cards.map((card) => card.interviewerId)),
  )
  return new Map(
    debriefs.map((debrief) => {
      const cards = candidates.find((entry) => entry.applicationId === debrief.applicationId)?.cards ?? []
      const ground = {
        competencies,
        lead: { id: debrief.leadId, name: debrief.leadName },
        cards: cards.flatMap(({ isSealed, submittedAtMs, ...card }) =>
          isSealed && submittedAtMs !== null
            ? [
                {
                  scorecardId: card.scorecardId,
                  submittedAtMs,
                  amendedAtMs: card.amendments.map((amendment) => amendment.atMs),
                  interviewer: {
                    id: card.interviewerId,
                    name: card.interviewerName,
                    isGuest: guests.has(card.interviewerId),
                  },
                },
              ]
            : [],
        ),
      }
      const written = (decisionsOf.get(debrief.id) ?? []).map((decision) => ({
        ...decision,
        signatures: signatures.get(decision.id) ?? [],
      }))
      return [debrief.applicationId, viewDecisions(written, ground)]
    }),
  )
}
