import { z } from 'zod'
import { formKeySchema } from './candidate.schema.ts'

export const loopSchema = z.object({
  formKey: formKeySchema,
  applicationId: z.string(),
  /** Form A or the only form where nothing is said. */
  form: z.enum(['A', 'B']).optional(),
  sessions: z
    .array(
      z.object({
        interviewId: z.string(),
        /** Null while the time is still to be agreed. */
        startsAtMs: z.int().nullable(),
        interviewerIds: z.array(z.string()).max(12),
        shadowIds: z.array(z.string()).max(12),
      }),
    )
    .min(1)
    .max(20),
})
export type Loop = z.infer<typeof loopSchema>

/** The fields that every post of the loop form has; the others are named after the interviews. */
export const loopFormSchema = z.looseObject({
  formKey: formKeySchema,
  zone: z.string().max(64),
  anyway: z.string().optional(),
  form: z.enum(['A', 'B']).optional(),
})
