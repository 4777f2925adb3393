import { parseField } from '#app/domains/scorecards/field.ts'
import { completeRecord } from '#app/domains/scorecards/scorecard-record.ts'
import { emptyQuestionRecord, type ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'

/**
 * What stays of a field's value when the candidate is erased: ratings, recommendations and the minutes taken are kept,
 * every text and every tick goes.
 */
export function anonymousValue(field: string, value: unknown): unknown {
  switch (parseField(field)?.kind) {
    case 'rating':
    case 'recommendation':
    case 'submit':
    case 'undo-submit':
    case 'order':
    case 'clock':
      return value
    case 'added':
      return value === null ? null : { ...wordless, bankQuestionId: bankIdOf(value) }
    case 'signals':
    case 'probes':
      return []
    default:
      return ''
  }
}

/** What was asked in the interviewer's own words may name the candidate; a question of the bank does not. */
const wordless = { title: '', prompt: '' }

function bankIdOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, 'bankQuestionId') ?? null) : null
}

/** A submitted record without its texts. */
export function anonymousRecord(given: ScorecardRecord): ScorecardRecord {
  const record = completeRecord(given)
  return {
    questions: Object.fromEntries(
      Object.entries(record.questions).map(([id, { rating }]) => [id, { ...emptyQuestionRecord(), rating }]),
    ),
    summaryFor: '',
    summaryAgainst: '',
    recommendation: record.recommendation,
    recommendationReason: '',
    added: record.added.map(({ id, bankQuestionId, rating }) => ({
      ...emptyQuestionRecord(),
      ...wordless,
      id,
      bankQuestionId,
      rating,
    })),
    order: record.order,
    clock: record.clock,
  }
}
