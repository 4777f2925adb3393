import type { EvidenceEntry } from '../evidence-view.ts'
import type { Compared, ComparedCandidate } from '../scored-card.ts'

/** Why nobody who counts has a rating of a question, nor looked for evidence in vain. */
export type Silence = 'waiting' | 'not-asked' | 'not-planned' | 'not-rated' | 'not-given'

/** What there is of one candidate on one question. */
export type SideAnswer = {
  applicationId: string
  /** What was recorded, lowest level first; shadows last. */
  entries: EvidenceEntry[]
  /** Null when somebody who counts rated it, or saw no evidence. */
  silence: Silence | null
  /** The mean of the levels on the panel's scale that count; null without one. */
  level: number | null
  /** How far the farthest two interviewers are apart on it. */
  apart: number
}

/**
 * What a candidate has on a question.
 * @param entries of this question and this candidate
 */
export function readAnswer(
  candidate: Pick<ComparedCandidate, 'applicationId' | 'cards' | 'sessions'>,
  questionId: string,
  entries: readonly EvidenceEntry[],
  compared: Pick<Compared, 'isPast' | 'versions'>,
): SideAnswer {
  const counted = entries.filter((entry) => !entry.isShadow)
  const given = counted.flatMap(({ rating, interviewerId, ownScale }) =>
    rating.state === 'rated' && ownScale === null ? [{ interviewerId, level: rating.level }] : [],
  )
  const levels = given.map((one) => one.level)
  const isAsked = counted.some((entry) => entry.rating.state !== 'not-asked')
  return {
    applicationId: candidate.applicationId,
    entries: [...entries],
    silence: isAsked ? null : findSilence(candidate, questionId, counted.length > 0, compared),
    level: levels.length === 0 ? null : levels.reduce((sum, level) => sum + level, 0) / levels.length,
    apart: Math.max(
      0,
      ...given.flatMap((one) =>
        given
          .filter((other) => other.interviewerId !== one.interviewerId)
          .map((other) => Math.abs(one.level - other.level)),
      ),
    ),
  }
}

function findSilence(
  candidate: Pick<ComparedCandidate, 'cards' | 'sessions'>,
  questionId: string,
  isLeftOut: boolean,
  { isPast, versions }: Pick<Compared, 'isPast' | 'versions'>,
): Silence {
  if (isPast) return 'not-given'
  const sessions = candidate.sessions.filter(({ panelVersionId, interviewId }) =>
    versions
      .get(panelVersionId)
      ?.interviews.find((interview) => interview.id === interviewId)
      ?.questions.some((question) => question.questionId === questionId),
  )
  const isWaiting = sessions.some((session) =>
    session.interviewerIds.some(
      (interviewerId) =>
        !candidate.cards.some(
          (card) => card.sessionId === session.sessionId && card.interviewerId === interviewerId,
        ),
    ),
  )
  if (isWaiting) return 'waiting'
  if (isLeftOut) return 'not-asked'
  return sessions.length === 0 ? 'not-planned' : 'not-rated'
}

/** The same in a sentence. */
export function saySilence(silence: Silence, name: string): string {
  switch (silence) {
    case 'waiting':
      return `Nothing to see of ${name} here yet.`
    case 'not-asked':
      return `Not asked of ${name}.`
    case 'not-planned':
      return `Not asked of ${name}: none of their interviews has this question.`
    case 'not-given':
      return `The file has no rating of ${name} here.`
    case 'not-rated':
      return `Asked of ${name}, and rated by nobody.`
  }
}
