import { parseField } from '#app/domains/scorecards/field.ts'
import { emptyQuestionRecord, type ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'

/**
 * What stays of a field's value when the candidate is erased: ratings and recommendations are kept, every text and
 * every ticked signal goes.
 */
export function anonymousValue(field: string, value: unknown): unknown {
  const kind = parseField(field)?.kind
  if (kind === 'rating' || kind === 'recommendation' || kind === 'submit' || kind === 'undo-submit')
    return value
  return kind === 'signals' ? [] : ''
}

/** A submitted record without its texts. */
export function anonymousRecord(record: ScorecardRecord): ScorecardRecord {
  return {
    questions: Object.fromEntries(
      Object.entries(record.questions).map(([id, { rating }]) => [id, { ...emptyQuestionRecord(), rating }]),
    ),
    summaryFor: '',
    summaryAgainst: '',
    recommendation: record.recommendation,
    recommendationReason: '',
  }
}
