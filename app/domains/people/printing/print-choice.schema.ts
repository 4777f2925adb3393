import { z } from 'zod'

/** How a document is printed, as far as it is chosen. */
export const printChoiceSchema = z.object({
  paper: z.enum(['a4', 'letter']).optional(),
  size: z.enum(['compact', 'clear']).optional(),
  ink: z.enum(['colour', 'grey']).optional(),
  names: z.enum(['name', 'code']).optional(),
})
