import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { ComparedCandidate } from './scored-card.ts'

/**
 * Why a cell has no score. `waiting`: a card that could fill it is not visible yet. `not-held`: no session of an
 * interview that asks it. `not-tested`: the panel has no question with this primary competency.
 */
export type MissingState = 'not-tested' | 'not-held' | 'waiting' | 'not-asked' | 'no-evidence'

/**
 * Why a candidate has no score in a competency, from what the viewer may see.
 * @param versions snapshots by panel version id
 */
export function readCell(
  competencyId: string,
  candidate: Pick<ComparedCandidate, 'cards' | 'heldInterviews' | 'submitted' | 'owed'>,
  versions: ReadonlyMap<string, PanelSnapshot>,
): MissingState {
  const interviews = [...versions].flatMap(([panelVersionId, snapshot]) =>
    snapshot.interviews
      .map((interview) => ({
        panelVersionId,
        interviewId: interview.id,
        questionIds: interview.questions
          .filter((question) => question.content.primaryCompetency === competencyId)
          .map((question) => question.questionId),
      }))
      .filter((interview) => interview.questionIds.length > 0),
  )
  if (interviews.length === 0) return 'not-tested'
  const held = interviews.filter((interview) =>
    candidate.heldInterviews.some((session) => isSame(session, interview)),
  )
  if (held.length === 0) return 'not-held'
  const ratings = candidate.cards.flatMap((card) =>
    held
      .filter((interview) => isSame(card, interview))
      .flatMap((interview) => interview.questionIds)
      .flatMap((questionId) => card.record.questions[questionId]?.rating ?? []),
  )
  if (candidate.cards.length < candidate.owed && ratings.length === 0) return 'waiting'
  if (ratings.some((rating) => rating.state === 'no-evidence')) return 'no-evidence'
  return 'not-asked'
}

type Place = { panelVersionId: string; interviewId: string }

function isSame(a: Place, b: Place): boolean {
  return a.panelVersionId === b.panelVersionId && a.interviewId === b.interviewId
}
