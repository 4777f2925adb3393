import { z } from 'zod'
import { seats } from '#app/domains/scorecards/seat.ts'
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
    /** Of the person who is added. */
    seat: z.enum(seats).default('interviewer'),
    removeId: personId.optional(),
  }),
  z.object({ intent: z.literal('seat'), personId, seat: z.enum(seats) }),
])
export type SessionForm = z.infer<typeof sessionFormSchema>
