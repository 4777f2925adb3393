import { z } from 'zod'
import type { SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Scale } from '#rubrics/content.schema.ts'
import { isAddedId } from './added-question.ts'
import { maxFieldText, parseField } from './field.ts'
import { offQuestion } from './live/clock.ts'
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
  /** Who typed it: a browser where somebody else has signed in since must not send it in their name. */
  personId: z.string().min(1).max(64).optional(),
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
    case 'order':
      return orderSchema(interview)
    case 'clock':
      return clockSchema(interview)
    case 'added':
      return isAddedId(field.questionId) ? addedSchema.nullable() : undefined
    case 'rating':
    case 'evidence':
    case 'answer':
    case 'private':
    case 'signals':
    case 'probes':
      break
  }
  const question = interview.questions.find((entry) => entry.questionId === field.questionId)
  if (!question && !isAddedId(field.questionId)) return undefined
  switch (field.kind) {
    case 'rating':
      return ratingSchema(scale).nullable()
    case 'signals': {
      if (!question) return undefined
      const { strong, weak } = question.content.signals
      return z.array(z.enum([...strong, ...weak], 'is not a signal of this question')).max(40)
    }
    case 'probes':
      return question
        ? z.array(z.enum(question.content.probes, 'is not a probe of this question')).max(40)
        : undefined
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

const addedSchema = z.strictObject({
  title: z.string().max(200, 'has a title of more than 200 characters'),
  prompt: z.string().trim().min(1, 'has no words').max(2000, 'is longer than 2,000 characters'),
  bankQuestionId: z.string().min(1).max(64).nullable(),
})

const mostQuestions = 100

function orderSchema(interview: Pick<SnapshotInterview, 'questions'>) {
  return z
    .array(questionIdSchema(interview))
    .max(mostQuestions, 'has too many questions')
    .refine((ids) => new Set(ids).size === ids.length, 'names a question twice')
}

function questionIdSchema(interview: Pick<SnapshotInterview, 'questions'>) {
  const planned = new Set(interview.questions.map((entry) => entry.questionId))
  return z.string().refine((id) => planned.has(id) || isAddedId(id), 'names a question that is not here')
}

const spell = z
  .int()
  .min(0)
  .max(7 * 86_400_000)
const moment = z.int().min(0).max(8_640_000_000_000_000)

function clockSchema(interview: Pick<SnapshotInterview, 'questions'>) {
  const place = z.union([z.literal(offQuestion), questionIdSchema(interview)])
  return z.strictObject({
    startedAtMs: moment.nullable(),
    spentMs: z
      .record(place, spell)
      .refine((spent) => Object.keys(spent).length <= mostQuestions, 'has too many questions'),
    running: z.strictObject({ questionId: place, sinceMs: moment }).nullable(),
  })
}
