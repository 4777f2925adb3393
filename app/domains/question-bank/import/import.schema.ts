import { z } from 'zod'

/** What is looked at: a file, or pasted text when there is none. */
export const givenDocumentSchema = z
  .object({
    /** A browser sends an empty file when none was chosen. */
    file: z.instanceof(File).optional(),
    text: z.string().default(''),
  })
  .refine(({ file, text }) => (file?.size ?? 0) > 0 || text.trim() !== '', {
    path: ['file'],
    error: 'Choose a file that is not empty, or paste a text below.',
  })

/** The confirmation of a preview: the text goes along, since nothing is kept in between. */
export const importQuestionsSchema = z.object({
  formKey: z.uuid(),
  text: z.string().min(1, 'Choose the document again.'),
  fileName: z.string().max(255).default(''),
  name: z.string().trim().min(1, 'Give the import a name.').max(120, 'Shorten the name to 120 characters.'),
  roleId: z
    .string()
    .max(64)
    .default('')
    .transform((id) => id || null),
})
