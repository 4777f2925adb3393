import type { SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import { fieldName, parseField } from '../field.ts'
import { ratingFromForm, ratingToForm } from '../posted-card.ts'
import { questionRecordOf, recordFrom, type FieldValues } from '../scorecard-record.ts'

type Interview = Pick<SnapshotInterview, 'questions'>

/** The field of a form that knows where the form belongs; nobody sees it. */
export const stampField = 'panelist'

/** What the fields of a form hold, by their names there: text, the state of a choice, `on` for a tick. */
export type FormValues = Readonly<Record<string, string>>

/** The fields of a card that its form has, in print order. */
export function listFormFields({ questions }: Interview): string[] {
  return [
    ...questions.flatMap(({ questionId }) =>
      (['rating', 'signals', 'evidence'] as const).map((kind) => fieldName(kind, questionId)),
    ),
    'recommendation',
    'recommendation:reason',
    'summary:for',
    'summary:against',
  ]
}

/** The ticks of a question: the name of each in the form, with its signal. */
function listTicks(interview: Interview, questionId: string): { name: string; signal: string }[] {
  const signals = interview.questions.find((entry) => entry.questionId === questionId)?.content.signals
  return (['strong', 'weak'] as const).flatMap((side) =>
    (signals?.[side] ?? []).map((signal, i) => ({
      name: `${fieldName('signals', questionId)}:${side}-${i + 1}`,
      signal,
    })),
  )
}

/** The names of all fields in the form itself, in print order. */
export function listFormNames(interview: Interview): string[] {
  return listFormFields(interview).flatMap((field) => {
    const parsed = parseField(field)
    return parsed?.kind === 'signals'
      ? listTicks(interview, parsed.questionId).map(({ name }) => name)
      : [field]
  })
}

/** What a form shows of a card before anybody types; what is not recorded has no value. */
export function toFormValues(fields: FieldValues, interview: Interview): FormValues {
  const record = recordFrom(fields, interview)
  const values: Record<string, string> = {
    recommendation: record.recommendation ?? '',
    'recommendation:reason': record.recommendationReason,
    'summary:for': record.summaryFor,
    'summary:against': record.summaryAgainst,
  }
  for (const { questionId } of interview.questions) {
    const { rating, evidence, signals } = questionRecordOf(record, questionId)
    values[fieldName('rating', questionId)] = ratingToForm(rating)
    values[fieldName('evidence', questionId)] = evidence
    for (const { name, signal } of listTicks(interview, questionId))
      if (signals.includes(signal)) values[name] = 'on'
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/**
 * What a form says of each field of its card.
 * @param values as a reader of PDF gives them: an untouched choice or tick is absent, empty or `Off`
 */
export function fromFormValues(values: FormValues, interview: Interview): Record<string, unknown> {
  return Object.fromEntries(
    listFormFields(interview).map((field) => [field, valueOf(field, values, interview)]),
  )
}

function valueOf(field: string, values: FormValues, interview: Interview): unknown {
  const parsed = parseField(field)
  const given = values[field] ?? ''
  switch (parsed?.kind) {
    case 'rating':
      return ratingFromForm(stateOf(given))
    case 'recommendation':
      return stateOf(given) || null
    case 'signals':
      return listTicks(interview, parsed.questionId)
        .filter(({ name }) => stateOf(values[name] ?? '') !== '')
        .map(({ signal }) => signal)
    default:
      return given.replace(/\r\n?/g, '\n').trimEnd()
  }
}

/** Every viewer writes a mark that is not set as `Off`, or not at all. */
function stateOf(given: string): string {
  return given === 'Off' ? '' : given
}
