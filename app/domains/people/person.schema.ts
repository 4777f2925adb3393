import { z } from 'zod'
import { accountLevels } from './access.ts'

export const emailSchema = z
  .string({ error: 'Enter an e-mail address.' })
  .trim()
  .toLowerCase()
  .max(254, 'Enter a shorter e-mail address.')
  .pipe(z.email({ error: 'Enter an e-mail address, such as maren@example.org.' }))

export const nameSchema = z
  .string({ error: 'Enter a name.' })
  .transform((name) => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'Enter a name.').max(80, 'Use at most 80 characters.'))

const newPassword = z.string({ error: 'Choose a password.' }).max(1000, 'Use at most 256 characters.')
const givenPassword = z.string({ error: 'Enter your password.' }).min(1, 'Enter your password.').max(1000)

export const signInSchema = z.object({
  email: z
    .string({ error: 'Enter your e-mail address.' })
    .trim()
    .toLowerCase()
    .min(1, 'Enter your e-mail address.')
    .max(254),
  password: givenPassword,
})
export const setUpSchema = z.object({ name: nameSchema, email: emailSchema, password: newPassword })
export const acceptSchema = z.object({ name: nameSchema, password: newPassword })
export const resetSchema = z.object({ password: newPassword })
export const forgotSchema = z.object({ email: emailSchema })
export const inviteSchema = z.object({
  formKey: z.uuid(),
  email: emailSchema,
  access: z.enum(accountLevels, { error: 'Choose what this person may do.' }),
})
export const accountSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), name: nameSchema }),
  z.object({ intent: z.literal('password'), currentPassword: givenPassword, password: newPassword }),
  z.object({ intent: z.literal('revoke'), signIn: z.string().min(8).max(64) }),
  z.object({ intent: z.literal('everywhere') }),
])
export const personChangeSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('access'), access: z.enum(accountLevels) }),
  z.object({ intent: z.literal('disable') }),
  z.object({ intent: z.literal('enable') }),
  z.object({ intent: z.literal('reset') }),
])
/** The secret part of a link. */
export const tokenSchema = z.string().regex(/^[\w-]{20,64}$/)

export const revokeInvitationSchema = z.object({ invitation: z.uuid() })
/** An id as it stands in an address. */
export const idSchema = z.string().min(1).max(64)
