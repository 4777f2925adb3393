import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { Segment } from './search/found-text.ts'
import type { TextPlace } from './question-text.ts'

/** What a question can be chosen by. `use` is `panel` or `none`, `state` only `archived`, `minutes` one of the steps. */
export const facetNames = [
  'role',
  'competency',
  'kind',
  'difficulty',
  'minutes',
  'tag',
  'use',
  'state',
] as const
export type FacetName = (typeof facetNames)[number]

/** The chosen values; a question fits when it has one of the values of every facet that has any. */
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>

/** What to look for in the bank. Without the state `archived`, questions in use are found. */
export type QuestionQuery = {
  text?: string | undefined
  filters?: Filters | undefined
  excludeIds?: readonly string[] | undefined
  /** Questions rated under these competencies come before the others. */
  preferCompetencies?: readonly string[] | undefined
}

/** Which part of what was found to give. */
export type Slice = { offset: number; limit: number }

/** Where a question was found when neither title nor prompt nor intent shows it. */
export type FoundElsewhere = { place: TextPlace; segments: Segment[] }

/** A question as lists show it. */
export type QuestionRow = {
  id: string
  versionId: string
  title: string
  prompt: string
  intent: string
  kind: QuestionKind
  difficulty: Difficulty
  minutes: number
  isArchived: boolean
  /** The one competency that receives its rating. */
  competency: { id: string; name: string }
  /** Covered as well, but not rated. */
  otherCompetencies: { id: string; name: string }[]
  /** The scales that it has anchors for. */
  scales: string[]
  /** The same texts, with what was searched for marked. */
  found: { title: Segment[]; prompt: Segment[]; intent: Segment[]; elsewhere: FoundElsewhere | null }
}

/** How many questions a value of a facet would leave, all other facets applied. */
export type FacetCount = { value: string; count: number }

export type QuestionFacets = Record<FacetName, FacetCount[]>

/** How what was typed became what was looked for. */
export type TextReading =
  /** Nothing was typed, or it was found as it stands. */
  | { kind: 'as-typed' }
  /** Nothing has the words as typed; `text` is what was looked for instead. */
  | { kind: 'corrected'; text: string }
  /** No question has all the words; those that have some are shown. */
  | { kind: 'some-words' }
  /** Little was found, and another spelling would find more. */
  | { kind: 'suggested'; text: string }

export type QuestionSearch = {
  /** The best match first, or by title when no text is given. */
  rows: QuestionRow[]
  total: number
  /** How many there would be without filters. */
  unfilteredTotal: number
  reading: TextReading
  facets: QuestionFacets
}

export const minuteSteps = [5, 8, 10, 15] as const
