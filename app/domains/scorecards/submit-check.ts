import { addedTitle } from './added-question.ts'
import { fieldName } from './field.ts'
import { questionRecordOf } from './scorecard-record.ts'
import type { Rating, ScorecardRecord } from './scorecard.ts'

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
 * there is a recommendation, and "No decision" has a reason. An unplanned question may stay unrated.
 */
export function listMissing(
  record: ScorecardRecord,
  interview: { readonly questions: readonly { questionId: string; content: { title: string } }[] },
  scale: { readonly levels: readonly { value: number; label: string }[] },
): Missing[] {
  const missing: Missing[] = []
  const needEvidence = (place: string, id: string, { rating, evidence }: Rated): void => {
    if (rating?.state !== 'rated' || !isExtreme(rating.level, scale) || evidence.trim() !== '') return
    const label = scale.levels.find((level) => level.value === rating.level)?.label ?? ''
    missing.push({
      field: fieldName('evidence', id),
      questionId: id,
      message: `${place}: write the evidence for ${rating.level} ${label}; either end of the scale needs it.`,
    })
  }
  for (const [index, { questionId, content }] of interview.questions.entries()) {
    const place = `Question ${index + 1}, ${content.title}`
    const entry = questionRecordOf(record, questionId)
    if (entry.rating === null) {
      missing.push({
        field: fieldName('rating', questionId),
        questionId,
        message: `${place}: rate it, or mark it as not asked or no evidence.`,
      })
    } else needEvidence(place, questionId, entry)
  }
  for (const added of record.added) {
    needEvidence(`Unplanned question, ${addedTitle(added)}`, added.id, added)
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

type Rated = { rating: Rating | null; evidence: string }

/** Whether a level stands at either end of its scale. */
export function isExtreme(level: number, scale: { readonly levels: readonly { value: number }[] }): boolean {
  const values = scale.levels.map((entry) => entry.value)
  return level === Math.min(...values) || level === Math.max(...values)
}
