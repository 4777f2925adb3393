import { disagreementLevels } from '#app/domains/measurement/score.ts'
import { listRecordedQuestions, type ScoredCard, type Versions } from './scored-card.ts'

export type Side = { interviewerId: string; interviewerName: string; level: number; evidence: string }

export type QuestionDisagreement = {
  questionId: string
  title: string
  competencyId: string
  /** Lowest first. */
  sides: Side[]
  /** How many levels the farthest two interviewers are apart. */
  spread: number
}

/**
 * The questions on which two interviewers gave one candidate levels two or more apart: the debrief's agenda.
 * @param cards the visible cards of one candidate
 * @returns widest first, then by title
 */
export function listQuestionDisagreements(
  cards: readonly ScoredCard[],
  versions: Versions,
): QuestionDisagreement[] {
  const byQuestion = new Map<string, Omit<QuestionDisagreement, 'spread'>>()
  for (const card of cards) {
    for (const { question, record } of listRecordedQuestions(card, versions)) {
      if (record.rating?.state !== 'rated') continue
      const { questionId, content } = question
      const entry = byQuestion.get(questionId) ?? {
        questionId,
        title: content.title,
        competencyId: content.primaryCompetency,
        sides: [],
      }
      const { interviewerId, interviewerName } = card
      entry.sides.push({
        interviewerId,
        interviewerName,
        level: record.rating.level,
        evidence: record.evidence,
      })
      byQuestion.set(questionId, entry)
    }
  }
  return [...byQuestion.values()]
    .map((entry) => ({
      ...entry,
      sides: entry.sides.toSorted(
        (a, b) => a.level - b.level || a.interviewerName.localeCompare(b.interviewerName, 'en'),
      ),
      spread: spreadOf(entry.sides),
    }))
    .filter((entry) => entry.spread >= disagreementLevels)
    .sort((a, b) => b.spread - a.spread || a.title.localeCompare(b.title, 'en'))
}

/** Between two people: nobody disagrees with themselves. */
function spreadOf(sides: readonly Side[]): number {
  return Math.max(
    0,
    ...sides.flatMap((one) =>
      sides
        .filter((other) => other.interviewerId !== one.interviewerId)
        .map((other) => Math.abs(one.level - other.level)),
    ),
  )
}
