import { z } from 'zod'
import { decisionOutcomes, signatureStances } from './decision.ts'

const text = (most: number) =>
  z
    .string()
    .max(most, { error: `Use at most ${most} characters.` })
    // A browser sends the ends of lines as two signs.
    .transform((words) => words.replaceAll('\r\n', '\n'))
    .default('')
const count = z.coerce.number().int().min(0)
/** What the person had before them. */
const seen = { number: count, version: count }

const several = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(64)).max(60),
)

/** What is sent about a decision, told apart by its intent. */
export const decisionForms = [
  z.object({
    intent: z.literal('write-decision'),
    ...seen,
    outcome: z.enum(decisionOutcomes, { error: 'Choose what was decided.' }).optional(),
    competencies: several,
    reason: text(10_000),
  }),
  z.object({
    intent: z.literal('sign-decision'),
    ...seen,
    stance: z.enum(signatureStances),
    dissent: text(5000),
  }),
  z.object({ intent: z.literal('unsign-decision'), ...seen }),
  z.object({ intent: z.literal('lock-decision'), ...seen }),
  z.object({ intent: z.literal('reopen-decision'), ...seen, reopenReason: text(2000) }),
] as const

export type DecisionForm = z.infer<(typeof decisionForms)[number]>
