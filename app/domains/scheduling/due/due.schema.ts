import { z } from 'zod'
import { dueFilters } from './due.ts'

const id = z.string().min(1).max(64)

/** What the address says; anything else shows all. */
export const dueQuerySchema = z.object({
  show: z.enum(dueFilters).catch('all'),
  panel: id.optional().catch(undefined),
})

/** What can be posted to the page: that a text was copied, for one session or for all, or that a mail is to be sent. */
export const reminderFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('copied'), personId: id, sessionId: id.optional() }),
  z.object({ intent: z.literal('send'), personId: id }),
])
