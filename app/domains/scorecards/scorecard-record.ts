import { isAddedId, type AddedQuestion } from './added-question.ts'
import { fieldName, parseField, type QuestionFieldKind } from './field.ts'
import type { Clock } from './live/clock.ts'
import {
  emptyQuestionRecord,
  recommendations,
  type AddedRecord,
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
    questions[questionId] = readQuestion(fields, questionId)
  }
  return {
    questions,
    summaryFor: asText(fields['summary:for']),
    summaryAgainst: asText(fields['summary:against']),
    recommendation: recommendations.find((word) => word === fields['recommendation']) ?? null,
    recommendationReason: asText(fields['recommendation:reason']),
    added: listAdded(fields),
    order: asTexts(fields['order']),
    clock: asClock(fields['clock']),
  }
}

function readQuestion(fields: FieldValues, id: string): QuestionRecord {
  const at = (kind: QuestionFieldKind): unknown => fields[fieldName(kind, id)]
  return {
    rating: asRating(at('rating')),
    evidence: asText(at('evidence')),
    answer: asText(at('answer')),
    privateNote: asText(at('private')),
    signals: asTexts(at('signals')),
    probes: asTexts(at('probes')),
  }
}

/** Notes may arrive before the question that they belong to; only one that was taken off again is left out. */
function listAdded(fields: FieldValues): AddedRecord[] {
  const ids = Object.keys(fields).flatMap((name) => {
    const field = parseField(name)
    return field && 'questionId' in field && isAddedId(field.questionId) ? [field.questionId] : []
  })
  return [...new Set(ids)].sort().flatMap((id) => {
    const question = fields[fieldName('added', id)]
    return question === null ? [] : [{ id, ...asAdded(question), ...readQuestion(fields, id) }]
  })
}

/** A record that was frozen before all of these were kept. */
export function completeRecord(
  record: Omit<ScorecardRecord, 'questions' | 'added' | 'order' | 'clock'> & {
    questions: Record<string, FrozenQuestion>
    added?: (AddedQuestion & { id: string } & FrozenQuestion)[]
    order?: string[]
    clock?: Clock | null
  },
): ScorecardRecord {
  const complete = <T extends FrozenQuestion>(question: T) => ({ ...question, probes: question.probes ?? [] })
  return {
    ...record,
    questions: Object.fromEntries(
      Object.entries(record.questions).map(([id, question]) => [id, complete(question)]),
    ),
    added: (record.added ?? []).map(complete),
    order: record.order ?? [],
    clock: record.clock ?? null,
  }
}

type FrozenQuestion = Omit<QuestionRecord, 'probes'> & Partial<Pick<QuestionRecord, 'probes'>>

/** The record as others may read it: without the writer's private notes and without their clock. */
export function asOthersRead(record: ScorecardRecord): ScorecardRecord {
  const questions = Object.fromEntries(
    Object.entries(record.questions).map(([id, question]) => [id, { ...question, privateNote: '' }]),
  )
  const added = record.added.map((question) => ({ ...question, privateNote: '' }))
  return { ...record, questions, added, clock: null }
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

function asAdded(value: unknown): AddedQuestion {
  const at = (key: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  const bankQuestionId = at('bankQuestionId')
  return {
    title: asText(at('title')),
    prompt: asText(at('prompt')),
    bankQuestionId: typeof bankQuestionId === 'string' ? bankQuestionId : null,
  }
}

/** A stored clock; null when there is none. */
export function asClock(value: unknown): Clock | null {
  // The schema of the field states this shape; whatever else stood there was refused when it was saved.
  return typeof value === 'object' && value !== null && 'spentMs' in value ? (value as Clock) : null
}
