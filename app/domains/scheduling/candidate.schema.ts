import { z } from 'zod'
import { maxWebAddress, webAddressSchema } from '#app/lib/web-address.schema.ts'
import { normaliseCode } from './candidate.ts'

export const formKeySchema = z.string().min(8).max(64)

export const candidateNameSchema = z
  .string({ error: 'Enter the name.' })
  .trim()
  .min(1, 'Enter the name.')
  .max(120, 'The name has more than 120 characters. Shorten it.')

const emailSchema = z
  .email('This is not an e-mail address. Write it like name@example.org, or leave it empty.')
  .max(254, 'The e-mail address is too long.')

/** An empty field counts as none given. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  )
}

export const optionalEmailSchema = optional(z.string().trim().toLowerCase().pipe(emailSchema))

export const optionalCodeSchema = optional(
  z
    .string()
    .transform(normaliseCode)
    .pipe(
      z
        .string()
        .regex(
          /^[A-Z0-9-]{2,12}$/,
          'A code has 2 to 12 letters, figures or hyphens, like K7M2. Leave it empty to get one.',
        ),
    ),
)

export const optionalCvUrlSchema = optional(webAddressSchema)

export const newCandidateSchema = z.object({
  formKey: formKeySchema,
  name: candidateNameSchema,
  email: optionalEmailSchema,
  code: optionalCodeSchema,
  cvUrl: optionalCvUrlSchema,
  panelId: optional(z.string().max(64)),
})
export type NewCandidate = z.infer<typeof newCandidateSchema>

export const candidateFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('withdraw'), applicationId: z.string().max(64) }),
  z.object({ intent: z.literal('restore'), applicationId: z.string().max(64) }),
  z.object({
    intent: z.literal('put-on-panel'),
    panelId: z.string({ error: 'Choose a panel.' }).min(1, 'Choose a panel.'),
  }),
  z.object({ intent: z.literal('cv'), cvUrl: optionalCvUrlSchema }),
  z.object({ intent: z.literal('erase'), confirmation: z.string().default('') }),
])

const importedRow = z.strictObject({
  line: z.int(),
  name: z.string().max(500),
  email: z.string().max(500),
  code: z.string().max(100),
  cvUrl: z
    .string()
    .max(maxWebAddress * 3)
    .default(''),
})

/** The rows of a preview as its form carries them to the confirmation. */
export const importFormSchema = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('preview'),
      /** A browser sends an empty file when none was chosen. */
      file: z.instanceof(File).optional(),
      text: z.string().default(''),
      panelId: optional(z.string().max(64)),
    })
    .refine(({ file, text }) => (file?.size ?? 0) > 0 || text.trim() !== '', {
      path: ['file'],
      error: 'Choose a file that is not empty, or paste the lines below.',
    }),
  z.object({
    intent: z.literal('confirm'),
    formKey: formKeySchema,
    panelId: optional(z.string().max(64)),
    rows: z
      .string()
      .transform((text, check) => {
        try {
          const rows: unknown = JSON.parse(text)
          return rows
        } catch {
          check.addIssue('Choose the file again.')
          return z.NEVER
        }
      })
      .pipe(z.array(importedRow).min(1).max(5000)),
  }),
])
