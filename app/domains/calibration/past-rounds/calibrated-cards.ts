import { readCalibratedCard, type CalibratedCard } from '../read-cards.ts'
import type { PastRound } from './past-round.ts'
import { listRoundCards, pastInterviewId, snapshotRound } from './round-cards.ts'

/** The ratings of a past round as calibration reads them. Nobody knows when a card was due, or how long a question took. */
export function readPastCards(round: PastRound): CalibratedCard[] {
  const snapshot = snapshotRound(round)
  return listRoundCards(round).flatMap(({ candidateId, interviewerId, interviewerName, record }) => {
    const card = {
      applicationId: candidateId,
      panelId: round.id,
      panelName: round.name,
      interviewId: pastInterviewId,
      interviewerId,
      interviewerName,
      submittedAtMs: round.createdAtMs,
      startsAtMs: null,
      isTranscribed: false,
      record,
    }
    return readCalibratedCard(card, snapshot) ?? []
  })
}
