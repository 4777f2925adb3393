import { z } from 'zod'
import type { SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Scale } from '#rubrics/content.schema.ts'
import { maxFieldText, parseField } from './field.ts'
import { recommendations } from './scorecard.ts'

/** No field holds anything deeper than this; what is nested without end cannot be hashed. */
const deepest = 4

function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth < deepest && Object.values(value).every((inner) => isShallow(inner, depth + 1))
}

/** One save as it arrives. What `value` may be depends on the field: see `fieldValueSchema`. */
export const operationSchema = z.strictObject({
  opId: z.uuid('an operation id must be a uuid'),
  scorecardId: z.string().min(1).max(64),
  field: z.string().min(1).max(120),
  base: z.int().min(0),
  value: z.unknown().refine((value) => isShallow(value), 'is nested too deeply'),
})
export type Operation = z.infer<typeof operationSchema>

export const maxOperations = 100
export const operationsSchema = z.strictObject({
  operations: z.array(operationSchema).min(1).max(maxOperations),
})

const text = z
  .string('must be text')
  .max(maxFieldText, `is longer than ${maxFieldText.toLocaleString('en-GB')} characters`)

/**
 * What a field of this interview may hold.
 * @returns undefined when the interview has no such field
 */
export function fieldValueSchema(
  name: string,
  interview: Pick<SnapshotInterview, 'questions'>,
  scale: Pick<Scale, 'levels'>,
): z.ZodType | undefined {
  const field = parseField(name)
  if (!field) return undefined
  switch (field.kind) {
    case 'summary:for':
    case 'summary:against':
    case 'recommendation:reason':
      return text
    case 'recommendation':
      return z.enum(recommendations, 'is not one of the recommendations').nullable()
    case 'submit':
    case 'undo-submit':
      return z.literal(true)
    case 'rating':
    case 'evidence':
    case 'answer':
    case 'private':
    case 'signals':
      break
  }
  const question = interview.questions.find((entry) => entry.questionId === field.questionId)
  if (!question) return undefined
  switch (field.kind) {
    case 'rating':
      return ratingSchema(scale).nullable()
    case 'signals': {
      const { strong, weak } = question.content.signals
      return z.array(z.enum([...strong, ...weak], 'is not a signal of this question')).max(40)
    }
    case 'evidence':
    case 'answer':
    case 'private':
      return text
  }
}

function ratingSchema(scale: Pick<Scale, 'levels'>) {
  const values = new Set(scale.levels.map((level) => level.value))
  return z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('rated'),
      level: z.int().refine((level) => values.has(level), 'is not a level of this scale'),
    }),
    z.strictObject({ state: z.literal('not-asked') }),
    z.strictObject({ state: z.literal('no-evidence') }),
  ])
}
