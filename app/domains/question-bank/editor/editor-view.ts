import type { Scale } from '#rubrics/content.schema.ts'
import type { FieldErrors } from '#app/lib/result.ts'
import type { QuestionDraft } from '../question-draft.ts'
import type { FieldDifference } from '#app/domains/question-bank/versions/difference.ts'
import type { Missing } from './missing-words.ts'

/**
 * What is being written, and what it was based on: the ground for telling that somebody else was faster.
 * `base` is the number of a version of the question, null in a draft of a new one.
 */
export type EditorTarget =
  | { kind: 'new' }
  | { kind: 'draft'; id: string; revision: number; base: number | null }
  | { kind: 'question'; id: string; base: number }

export type EditorChoices = {
  scales: Scale[]
  competencies: { id: string; name: string }[]
  roles: { id: string; name: string }[]
  tags: string[]
}

/** What stood in the document that a draft came from. */
export type SourceView = {
  batchId: string
  batchName: string
  ordinal: number
  sourceText: string
  sampleAnswer: string | null
}

/** A draft of the same question that somebody began. */
export type OtherDraft = { id: string; authorName: string; isMine: boolean }

export type EditorView = {
  /** Who writes: what they type comes back to nobody else. */
  personId: string
  target: EditorTarget
  draft: QuestionDraft
  missing: Missing[]
  choices: EditorChoices
  source: SourceView | null
  otherDrafts: OtherDraft[]
  /** The question that is edited; null while it is a new one. */
  question: { id: string; title: string } | null
  /** When the draft was saved last; null while it is none. */
  savedAtMs: number | null
}

/** Somebody saved since this form was opened: what they saved, and how what was typed differs from it. */
export type Overtaken = {
  what: 'draft' | 'version'
  /** Who saved, where that is known: "Mina Leader", "shipped with Panelist". */
  by: string | null
  atMs: number
  /** From theirs to what was typed. */
  differences: FieldDifference[]
  /** The parts among them that the writer had left as they were: saving would take back what somebody else changed. */
  untouched: string[]
  /** What the form has to be based on, now that its writer has seen theirs. */
  target: EditorTarget
}

/** What became of what was typed. */
export type SaveOutcome =
  | { outcome: 'draft-saved'; draftId: string }
  /** The draft was finished or thrown away meanwhile: what was typed stands in one of its own. */
  | { outcome: 'draft-kept'; draftId: string }
  | { outcome: 'added' | 'changed' | 'unchanged'; questionId: string; number: number }
  | { outcome: 'missing'; missing: Missing[] }
  | { outcome: 'overtaken'; theirs: Overtaken }

/** The form as it comes back: what was typed, what is missing, and what somebody else saved meanwhile. */
export type EditorAnswer = {
  draft: QuestionDraft
  formKey: string
  errors: FieldErrors
  missing: Missing[]
  overtaken: Overtaken | null
}

/** A line of the list of drafts. */
export type DraftListRow = {
  id: string
  title: string
  authorName: string
  isMine: boolean
  /** The question that it is an edit of. */
  questionTitle: string | null
  batch: { id: string; name: string } | null
  /** How many things are still missing. */
  missing: number
  savedAtMs: number
}

export type DraftList = {
  drafts: DraftListRow[]
  mine: number
  all: number
  /** Whether this person may go on with the drafts of others. */
  mayAll: boolean
}
