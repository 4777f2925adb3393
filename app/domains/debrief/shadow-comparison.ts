import { disagreementLevels } from '#app/domains/measurement/score.ts'
import type { Rating, Recommendation } from '#app/domains/scorecards/scorecard.ts'
import type { ComparedCandidate, ScoredCard, Versions } from './scored-card.ts'

/** How an interviewer rated what a shadow rated. */
export type RatingBeside = {
  scorecardId: string
  rating: Rating | null
  /** Levels between the two; null when one of them gave none. */
  apart: number | null
  isFarApart: boolean
}

/** A shadow's own card beside those of the interviewers of one session. */
export type ShadowComparison = {
  scorecardId: string
  /** "B Working with partners" */
  interview: string
  interviewers: { scorecardId: string; name: string; recommendation: Recommendation | null }[]
  /** How many interviewers' cards of the session are still to come. */
  missing: number
  recommendation: Recommendation | null
  questions: { questionId: string; title: string; rating: Rating | null; others: RatingBeside[] }[]
  /** Ratings of interviewers that are two or more levels from the shadow's. */
  farApart: number
}

/**
 * What a shadow learns from: their ratings beside each interviewer's, question by question.
 * @param own the cards that the viewer wrote as a shadow, handed in for good
 * @param candidate with the cards that the viewer may see
 * @returns one comparison for each session of which they may see an interviewer's card, in the order given
 */
export function compareShadows(
  own: readonly ScoredCard[],
  candidate: Pick<ComparedCandidate, 'cards' | 'sessions'>,
  versions: Versions,
): ShadowComparison[] {
  return own.flatMap((card) => {
    const beside = candidate.cards.filter((other) => other.sessionId === card.sessionId)
    const interview = versions
      .get(card.panelVersionId)
      ?.interviews.find((entry) => entry.id === card.interviewId)
    if (beside.length === 0 || !interview) return []
    const owed = candidate.sessions.find((session) => session.sessionId === card.sessionId)?.interviewerIds
    const questions = interview.questions.map(({ questionId, content }) => {
      const rating = card.record.questions[questionId]?.rating ?? null
      const others = beside.map((other) =>
        standBeside(rating, other.scorecardId, other.record.questions[questionId]?.rating ?? null),
      )
      return { questionId, title: content.title, rating, others }
    })
    return [
      {
        scorecardId: card.scorecardId,
        interview: `${interview.letter} ${interview.focus}`,
        interviewers: beside.map(({ scorecardId, interviewerName, record }) => ({
          scorecardId,
          name: interviewerName,
          recommendation: record.recommendation,
        })),
        missing: (owed ?? []).filter((id) => !beside.some((other) => other.interviewerId === id)).length,
        recommendation: card.record.recommendation,
        questions,
        farApart: questions.flatMap((question) => question.others).filter((other) => other.isFarApart).length,
      },
    ]
  })
}

function standBeside(own: Rating | null, scorecardId: string, rating: Rating | null): RatingBeside {
  const apart =
    own?.state === 'rated' && rating?.state === 'rated' ? Math.abs(own.level - rating.level) : null
  return { scorecardId, rating, apart, isFarApart: apart !== null && apart >= disagreementLevels }
}
