/** The fields that one question of a scorecard has. */
export const questionFieldKinds = ['rating', 'evidence', 'answer', 'private', 'signals', 'probes'] as const
export type QuestionFieldKind = (typeof questionFieldKinds)[number]

/** The fields of a scorecard as a whole. */
export const cardFields = [
  'summary:for',
  'summary:against',
  'recommendation',
  'recommendation:reason',
  'order',
  'clock',
  'submit',
  'undo-submit',
] as const
export type CardField = (typeof cardFields)[number]

/** What an operation writes to. `added` holds an unplanned question itself, the other kinds what was recorded for a question. */
export type Field = { kind: QuestionFieldKind | 'added'; questionId: string } | { kind: CardField }

/** The name of a question's field in operations, forms and the save log. */
export function fieldName(kind: QuestionFieldKind | 'added', questionId: string): string {
  return `${kind}:${questionId}`
}

/** Reads a field name; undefined when there is no such field. Whether the question belongs to the interview is not checked. */
export function parseField(name: string): Field | undefined {
  const cardField = cardFields.find((field) => field === name)
  if (cardField) return { kind: cardField }
  const colon = name.indexOf(':')
  const kind = ([...questionFieldKinds, 'added'] as const).find((field) => field === name.slice(0, colon))
  const questionId = name.slice(colon + 1)
  return kind && colon > 0 && questionId ? { kind, questionId } : undefined
}

/** Whether a field holds free text, of which a conflict shows both versions. */
export function isTextField(name: string): boolean {
  return /^(evidence:|answer:|private:|summary:|recommendation:)/.test(name)
}

/** The longest text of one field, in UTF-16 units. */
export const maxFieldText = 20_000
