import { z } from 'zod'
import { difficulties, questionKinds } from '#rubrics/content.schema.ts'

/** What the builder's address says about the bank beside it; what does not fit is ignored. */
export const bankQuerySchema = z.object({
  bank: z.string().max(64).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  competency: z.string().max(64).optional().catch(undefined),
  kind: z.enum(questionKinds).optional().catch(undefined),
  difficulty: z.enum(difficulties).optional().catch(undefined),
  minutes: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
})

/** What every edit carries: the draft that the person was looking at, and whether a script asks. */
export const editFrameSchema = z.object({
  revision: z.coerce.number({ error: 'Reload the page and try again.' }).int().min(0),
  answer: z.literal('data').optional(),
})

/** Which version of a panel to show. */
export const versionQuerySchema = z.object({
  version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional(),
})

export const archiveSchema = z.object({ intent: z.enum(['archive', 'restore']) })

/** The form that publishes a draft. */
export const publishSchema = z.object({
  formKey: z.uuid(),
  revision: z.coerce.number().int().min(0),
})
