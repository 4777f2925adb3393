import { fieldName, type QuestionFieldKind } from './field.ts'
import {
  emptyQuestionRecord,
  recommendations,
  type QuestionRecord,
  type Rating,
  type ScorecardRecord,
} from './scorecard.ts'

/** The present values of a card by field name; a field that nobody wrote to is absent. */
export type FieldValues = Readonly<Record<string, unknown>>

/**
 * What the fields of a card say, question by question.
 * @param fields values that passed their schema when they were saved; anything else reads as not recorded
 */
export function recordFrom(
  fields: FieldValues,
  interview: { readonly questions: readonly { questionId: string }[] },
): ScorecardRecord {
  const questions: Record<string, QuestionRecord> = {}
  for (const { questionId } of interview.questions) {
    const at = (kind: QuestionFieldKind): unknown => fields[fieldName(kind, questionId)]
    questions[questionId] = {
      rating: asRating(at('rating')),
      evidence: asText(at('evidence')),
      answer: asText(at('answer')),
      privateNote: asText(at('private')),
      signals: asTexts(at('signals')),
    }
  }
  return {
    questions,
    summaryFor: asText(fields['summary:for']),
    summaryAgainst: asText(fields['summary:against']),
    recommendation: recommendations.find((word) => word === fields['recommendation']) ?? null,
    recommendationReason: asText(fields['recommendation:reason']),
  }
}

/** The record as others may read it: without the writer's private notes. */
export function withoutPrivateNotes(record: ScorecardRecord): ScorecardRecord {
  const questions = Object.fromEntries(
    Object.entries(record.questions).map(([id, question]) => [id, { ...question, privateNote: '' }]),
  )
  return { ...record, questions }
}

/** What was recorded for a question; empty when the card does not know it. */
export function questionRecordOf(record: ScorecardRecord, questionId: string): QuestionRecord {
  return record.questions[questionId] ?? emptyQuestionRecord()
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function asRating(value: unknown): Rating | null {
  if (typeof value !== 'object' || value === null || !('state' in value)) return null
  if (value.state === 'not-asked' || value.state === 'no-evidence') return { state: value.state }
  if (value.state === 'rated' && 'level' in value && typeof value.level === 'number') {
    return { state: 'rated', level: value.level }
  }
  return null
}
