import { nameOfPastPerson, type PastRound } from '#app/domains/calibration/past-rounds/past-round.ts'
import {
  listRoundCards,
  pastInterviewId,
  snapshotRound,
} from '#app/domains/calibration/past-rounds/round-cards.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { Compared, ComparedCandidate, ScoredCard } from './scored-card.ts'

/**
 * A past round in the shape that panels are compared in, so that page, pictures, CSV and packet come from the same rules. Its ids are the
 * round's own: no candidate, session or scorecard stands behind them.
 */
export function comparePastRound(round: PastRound): Compared {
  const snapshot = snapshotRound(round)
  const cards = listRoundCards(round).map((card): ScoredCard => ({
    scorecardId: card.id,
    applicationId: card.candidateId,
    sessionId: card.id,
    interviewerId: card.interviewerId,
    interviewerName: card.interviewerName,
    panelVersionId: round.id,
    interviewId: pastInterviewId,
    submittedAtMs: round.createdAtMs,
    couldReadOthers: false,
    record: card.record,
  }))
  const cardsOf = groupBy(cards, (card) => card.applicationId)
  return {
    isPast: true,
    snapshot,
    versionId: round.id,
    versionNumber: 1,
    versions: new Map([[round.id, snapshot]]),
    candidates: round.people
      .filter((person) => person.part === 'candidate')
      .map((person): ComparedCandidate => {
        const own = cardsOf.get(person.id) ?? []
        return {
          applicationId: person.id,
          name: nameOfPastPerson(person),
          code: person.code,
          isWithdrawn: false,
          cards: own,
          shadows: [],
          sessions: [],
          submitted: own.length,
          owed: own.length,
        }
      }),
  }
}
