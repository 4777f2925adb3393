import { z } from 'zod'
import { nameSchema } from '#app/domains/people/person.schema.ts'
import { formKeySchema, optional, optionalEmailSchema } from '../candidate.schema.ts'
import { lifetimes } from './guest.ts'

const guestId = z.string().min(1).max(64)
const hours = z
  .string({ error: 'Choose when the access ends.' })
  .transform(Number)
  .pipe(
    z.literal(
      lifetimes.map((lifetime) => lifetime.hours),
      { error: 'Choose when the access ends.' },
    ),
  )
const note = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
  .pipe(z.string().max(60, 'Use at most 60 characters.'))

/** What can be posted about the guests of a session. */
export const guestFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    formKey: formKeySchema,
    name: nameSchema,
    note: optional(note),
    email: optionalEmailSchema,
    hours,
  }),
  z.object({ intent: z.literal('renew'), guestId }),
  z.object({ intent: z.literal('revoke'), guestId }),
  z.object({ intent: z.literal('restore'), guestId }),
])

export const typedCodeSchema = z.object({
  code: z.string({ error: 'Enter the code.' }).max(200, 'This is longer than a code.'),
})
