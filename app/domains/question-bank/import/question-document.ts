import type { Difficulty, Question, QuestionKind } from '#rubrics/content.schema.ts'

/** A part of a document, in UTF-16 units from its beginning; `end` is behind the last one. */
export type Span = { start: number; end: number }

export const documentLayouts = [
  'numbered',
  'explained',
  'headings',
  'list',
  'lines',
  'answers',
  'table',
  'json',
  'bank',
  'nothing',
] as const
/** Which kind of document was read; `bank` stands for question files of our own. */
export type DocumentLayout = (typeof documentLayouts)[number]

/** What a document says about one question, in its own words; null where it says nothing. */
export type QuestionParts = {
  prompt: string | null
  intent: string | null
  difficulty: Difficulty | null
  sampleAnswer: string | null
  /** What the question evaluates. */
  evaluates: string | null
  howToEvaluate: string | null
  probes: string[]
  kind: QuestionKind | null
  /** The heading, category or competency it stands under. */
  topic: string | null
}

export type ReadItem = QuestionParts & {
  /** Its place in the document, counted from 1. */
  ordinal: number
  /** From 0 to 1: how sure the reader is. */
  confidence: number
  /** What a person should look at, in words. */
  unsure: string[]
  span: Span
  /** What stands there. */
  text: string
  /** The question itself, when the document is a complete question file of ours. */
  complete: Question | null
}

export type UnrecognisedPart = {
  text: string
  span: Span
  reason: string
  /** It is repeated on the page or only names what stands elsewhere: nobody wants it as a question. */
  isFurniture: boolean
}

export type QuestionDocument = {
  layout: DocumentLayout
  items: ReadItem[]
  /** What stands outside the items, in order. */
  unrecognised: UnrecognisedPart[]
}

/** More questions than one import takes. */
export const mostQuestions = 1000

export const noParts: QuestionParts = {
  prompt: null,
  intent: null,
  difficulty: null,
  sampleAnswer: null,
  evaluates: null,
  howToEvaluate: null,
  probes: [],
  kind: null,
  topic: null,
}
