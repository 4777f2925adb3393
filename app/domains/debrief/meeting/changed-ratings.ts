import { listRecordedQuestions, type ScoredCard, type Versions } from '../scored-card.ts'
import { listCurrentFinals, type FinalRating } from './final-ratings.ts'

/** A rating that the debrief changed: the one on the card stays beside the one that counts after it. */
export type ChangedRating = {
  scorecardId: string
  questionId: string
  questionTitle: string
  competencyId: string
  competencyName: string
  interviewerName: string
  initial: number
  final: number
  /** Empty after the candidate was erased. */
  reason: string
}

/**
 * The ratings that the debrief changed, in the order of the panel.
 * @param finals every change, or only the newest
 */
export function listChangedRatings(given: {
  cards: readonly ScoredCard[]
  finals: readonly Pick<FinalRating, 'scorecardId' | 'questionId' | 'version' | 'level' | 'reason'>[]
  competencies: readonly { id: string; name: string }[]
  versions: Versions
}): ChangedRating[] {
  const current = listCurrentFinals(given.finals)
  const changed = given.cards.flatMap((card) =>
    listRecordedQuestions(card, given.versions).flatMap(({ question, record }): ChangedRating[] => {
      const { questionId, content } = question
      const final = current.find(
        (entry) => entry.scorecardId === card.scorecardId && entry.questionId === questionId,
      )
      if (record.rating?.state !== 'rated' || !final || final.level === null) return []
      if (final.level === record.rating.level) return []
      const competency = given.competencies.find((entry) => entry.id === content.primaryCompetency)
      return [
        {
          scorecardId: card.scorecardId,
          questionId,
          questionTitle: content.title,
          competencyId: content.primaryCompetency,
          competencyName: competency?.name ?? 'Not on this panel any more',
          interviewerName: card.interviewerName,
          initial: record.rating.level,
          final: final.level,
          reason: final.reason ?? '',
        },
      ]
    }),
  )
  const place = (entry: ChangedRating) => given.competencies.findIndex(({ id }) => id === entry.competencyId)
  return changed.sort((a, b) => place(a) - place(b) || a.questionTitle.localeCompare(b.questionTitle, 'en'))
}
