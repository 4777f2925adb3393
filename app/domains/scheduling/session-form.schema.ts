import { z } from 'zod'
import { sessionStatuses } from './session.ts'

const personId = z.string().min(1).max(64)

/** What can be posted to the page of a session. */
export const sessionFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('reschedule'),
    date: z.iso.date({ error: 'Choose a date.' }),
    time: z.iso.time({ precision: -1, error: 'Choose a time, such as 14:00.' }),
    zone: z.string().min(1).max(64),
  }),
  z.object({ intent: z.literal('status'), status: z.enum(sessionStatuses) }),
  z.object({
    intent: z.literal('interviewers'),
    addId: personId.optional(),
    removeId: personId.optional(),
  }),
])
export type SessionForm = z.infer<typeof sessionFormSchema>
