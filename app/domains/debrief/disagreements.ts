import { disagreementLevels } from '#app/domains/measurement/score.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { ScoredCard } from './scored-card.ts'

export type QuestionDisagreement = {
  questionId: string
  title: string
  competencyId: string
  /** Lowest first. */
  sides: { interviewerId: string; interviewerName: string; level: number; evidence: string }[]
  spread: number
}

/**
 * The questions on which two interviewers gave one candidate levels two or more apart: the debrief's agenda.
 * @param cards the visible cards of one candidate
 * @returns widest first, then by title
 */
export function listQuestionDisagreements(
  cards: readonly ScoredCard[],
  versions: ReadonlyMap<string, PanelSnapshot>,
): QuestionDisagreement[] {
  const byQuestion = new Map<string, QuestionDisagreement>()
  for (const card of cards) {
    const questions = versions.get(card.panelVersionId)?.interviews.flatMap((item) => item.questions) ?? []
    for (const { questionId, content } of questions) {
      const record = card.record.questions[questionId]
      if (record?.rating?.state !== 'rated') continue
      const entry = byQuestion.get(questionId) ?? {
        questionId,
        title: content.title,
        competencyId: content.primaryCompetency,
        sides: [],
        spread: 0,
      }
      const { interviewerId, interviewerName } = card
      const { evidence, rating } = record
      entry.sides.push({ interviewerId, interviewerName, level: rating.level, evidence })
      byQuestion.set(questionId, entry)
    }
  }
  return [...byQuestion.values()]
    .map((entry) => {
      const sides = entry.sides.toSorted((a, b) => a.level - b.level)
      return { ...entry, sides, spread: (sides.at(-1)?.level ?? 0) - (sides[0]?.level ?? 0) }
    })
    .filter((entry) => entry.spread >= disagreementLevels)
    .sort((a, b) => b.spread - a.spread || a.title.localeCompare(b.title, 'en'))
}
