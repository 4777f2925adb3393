import { z } from 'zod'

/** The form that loads a zip of bank files. */
export const loadBankSchema = z.object({
  formKey: z.uuid(),
  file: z.instanceof(File, { error: 'Choose the zip file to load.' }).refine((file) => file.size > 0, {
    error: 'Choose the zip file to load.',
  }),
})

export const batchIdSchema = z.object({ batchId: z.uuid() })
