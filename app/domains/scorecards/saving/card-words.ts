import type { LevelView } from '../scorecard-view.ts'
import type { FieldDraft } from './draft.ts'

/** What lets a device tell of a scorecard without asking the server. */
export type CardWords = {
  /** "Kim Doe, Designing for failure" */
  title: string
  questions: readonly { questionId: string; title: string }[]
  levels: readonly LevelView[]
}

/** A scorecard of which this device holds something that the server does not have. */
export type WaitingCard = {
  scorecardId: string
  words: CardWords
  drafts: readonly FieldDraft[]
}

export const unknownCard: CardWords = { title: 'A scorecard', questions: [], levels: [] }

/** What stays of a view on the device. */
export function cardWordsOf(view: {
  candidateName: string
  focus: string
  questions: readonly { questionId: string; title: string }[]
  levels: readonly LevelView[]
}): CardWords {
  return {
    title: `${view.candidateName}, ${view.focus}`,
    questions: view.questions.map(({ questionId, title }) => ({ questionId, title })),
    levels: view.levels,
  }
}
