import { z } from 'zod'

/** What a form knows of where it belongs. */
export const formStampSchema = z.strictObject({
  version: z.literal(1),
  scorecardId: z.string().min(1).max(64),
  panelVersionId: z.string().min(1).max(64),
  /** The versions that the fields had, by their names; what is not here was at 0. */
  bases: z.record(z.string().max(120), z.int().min(1)),
})
export type FormStamp = z.infer<typeof formStampSchema>
