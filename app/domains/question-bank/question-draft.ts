import type { Difficulty, Question, QuestionKind } from '#rubrics/content.schema.ts'

/** A question that is being written: every part may still be empty. */
export type QuestionDraft = {
  title: string
  prompt: string
  intent: string
  kind: QuestionKind | null
  difficulty: Difficulty | null
  minutes: number | null
  primaryCompetency: string | null
  otherCompetencies: string[]
  roles: string[]
  probes: string[]
  star: NonNullable<Question['star']> | null
  rubrics: Question['rubrics']
  signals: Question['signals']
  followUp: string
  doNotInfer: string
  tags: string[]
  sources: Question['sources']
}

export const emptyDraft: QuestionDraft = {
  title: '',
  prompt: '',
  intent: '',
  kind: null,
  difficulty: null,
  minutes: null,
  primaryCompetency: null,
  otherCompetencies: [],
  roles: [],
  probes: [],
  star: null,
  rubrics: [],
  signals: { strong: [], weak: [] },
  followUp: '',
  doNotInfer: '',
  tags: [],
  sources: [],
}
