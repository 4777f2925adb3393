import { z } from 'zod'

export const draftIdSchema = z.object({ draftId: z.string().min(1).max(64) })

/** Which drafts the list shows. */
export const draftsQuerySchema = z.object({ of: z.enum(['me', 'all']).optional().catch(undefined) })

/** The form of a line of drafts. */
export const draftActionSchema = z.object({
  intent: z.enum(['discard', 'restore']),
  draftId: z.string().min(1).max(64),
})
