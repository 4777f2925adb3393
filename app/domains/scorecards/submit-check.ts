import { fieldName } from './field.ts'
import { questionRecordOf } from './scorecard-record.ts'
import type { ScorecardRecord } from './scorecard.ts'

/** One thing that stands between a card and its submission. */
export type Missing = {
  /** The field to go to. */
  field: string
  /** The question it belongs to; null for the card as a whole. */
  questionId: string | null
  message: string
}

/**
 * What a card still needs before it can be submitted, in the order of the form; empty when nothing.
 * Every question is rated, not asked or without evidence; either end of the scale has written evidence;
 * there is a recommendation, and "No decision" has a reason.
 */
export function listMissing(
  record: ScorecardRecord,
  interview: { readonly questions: readonly { questionId: string; content: { title: string } }[] },
  scale: { readonly levels: readonly { value: number; label: string }[] },
): Missing[] {
  const missing: Missing[] = []
  const values = scale.levels.map((level) => level.value)
  const ends = new Set([Math.min(...values), Math.max(...values)])
  for (const [index, { questionId, content }] of interview.questions.entries()) {
    const place = `Question ${index + 1}, ${content.title}`
    const { rating, evidence } = questionRecordOf(record, questionId)
    if (rating === null) {
      missing.push({
        field: fieldName('rating', questionId),
        questionId,
        message: `${place}: rate it, or mark it as not asked or no evidence.`,
      })
    } else if (rating.state === 'rated' && ends.has(rating.level) && evidence.trim() === '') {
      const label = scale.levels.find((level) => level.value === rating.level)?.label ?? ''
      missing.push({
        field: fieldName('evidence', questionId),
        questionId,
        message: `${place}: write the evidence for ${rating.level} ${label}; either end of the scale needs it.`,
      })
    }
  }
  if (record.recommendation === null) {
    missing.push({ field: 'recommendation', questionId: null, message: 'Summary: choose a recommendation.' })
  } else if (record.recommendation === 'no-decision' && record.recommendationReason.trim() === '') {
    missing.push({
      field: 'recommendation:reason',
      questionId: null,
      message: 'Summary: give a reason for “No decision”.',
    })
  }
  return missing
}
