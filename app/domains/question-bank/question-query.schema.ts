import { z } from 'zod'
import { difficulties, questionKinds } from '#rubrics/content.schema.ts'
import { minuteSteps } from './question-search.ts'

const word = z.string().max(64).optional().catch(undefined)

/** The search of the questions page as it stands in the URL; a value that cannot be is no filter. */
export const questionQuerySchema = z.object({
  q: z.string().max(200).optional().catch(undefined),
  role: word,
  competency: word,
  kind: z.enum(questionKinds).optional().catch(undefined),
  difficulty: z.enum(difficulties).optional().catch(undefined),
  minutes: z.coerce
    .number()
    .refine((value) => minuteSteps.some((step) => step === value))
    .optional()
    .catch(undefined),
})

export type QuestionsAddress = z.infer<typeof questionQuerySchema>

export const bankIdSchema = z.object({ id: z.string().min(1).max(64) })
