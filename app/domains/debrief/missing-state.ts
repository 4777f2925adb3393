import type { ComparedCandidate, Versions } from './scored-card.ts'

/**
 * Why a cell has no score. `waiting`: a card that could fill it is not visible yet. `not-held`: no session of an
 * interview that asks it. `not-tested`: the panel has no question with this primary competency. `not-given`: a past
 * round has no rating, and its file does not say why. `other-scale`: all there is was given on another scale.
 */
export type MissingState =
  'not-tested' | 'not-held' | 'waiting' | 'not-asked' | 'no-evidence' | 'not-given' | 'other-scale'

export const missingWords: Record<MissingState, string> = {
  'not-tested': 'no question',
  'not-held': 'not held',
  waiting: 'waiting',
  'not-asked': 'not asked',
  'no-evidence': 'no evidence',
  'not-given': 'no rating',
  'other-scale': 'on another scale',
}

/** Why a candidate has no score in a competency, from what the viewer may see. */
export function findMissingState(
  competencyId: string,
  candidate: Pick<ComparedCandidate, 'cards' | 'sessions'>,
  versions: Versions,
): MissingState {
  const asksIt = (place: { panelVersionId: string; interviewId: string }) =>
    listQuestionIds(competencyId, place, versions)
  const isTested = [...versions].some(([panelVersionId, snapshot]) =>
    snapshot.interviews.some((interview) => asksIt({ panelVersionId, interviewId: interview.id }).length > 0),
  )
  if (!isTested) return 'not-tested'
  // Where nobody but a shadow sits, nothing is held that could count.
  const sessions = candidate.sessions.filter(
    (session) =>
      asksIt(session).length > 0 &&
      (session.interviewerIds.length > 0 ||
        candidate.cards.some((card) => card.sessionId === session.sessionId)),
  )
  if (sessions.length === 0) return 'not-held'
  const isWaiting = sessions.some((session) =>
    session.interviewerIds.some(
      (interviewerId) =>
        !candidate.cards.some(
          (card) => card.sessionId === session.sessionId && card.interviewerId === interviewerId,
        ),
    ),
  )
  if (isWaiting) return 'waiting'
  const ratings = candidate.cards.flatMap((card) =>
    asksIt(card).map((questionId) => card.record.questions[questionId]?.rating),
  )
  return ratings.some((rating) => rating?.state === 'no-evidence') ? 'no-evidence' : 'not-asked'
}

function listQuestionIds(
  competencyId: string,
  place: { panelVersionId: string; interviewId: string },
  versions: Versions,
): string[] {
  const interviews = versions.get(place.panelVersionId)?.interviews ?? []
  return interviews
    .filter((interview) => interview.id === place.interviewId)
    .flatMap((interview) => interview.questions)
    .filter((question) => question.content.primaryCompetency === competencyId)
    .map((question) => question.questionId)
}
