import { z } from 'zod'

const carried = {
  /** Carried along with the preview, since nothing is kept in between. */
  text: z.string().min(1, 'Choose the file again.'),
  fileName: z.string().max(255).default(''),
}

/** The fields of the import that do not depend on the file. */
export const importRoundSchema = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('open'),
      /** A browser sends an empty file when none was chosen. */
      file: z.instanceof(File).optional(),
      text: z.string().default(''),
    })
    .refine(({ file, text }) => (file?.size ?? 0) > 0 || text.trim() !== '', {
      path: ['file'],
      error: 'Choose a file that is not empty, or paste the cells below.',
    }),
  z.object({ intent: z.literal('look'), ...carried }),
  z.object({ intent: z.literal('import'), ...carried, formKey: z.uuid(), seen: z.string().max(64) }),
])
