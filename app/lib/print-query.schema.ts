import { z } from 'zod'

/** What may stand behind the `?` of every address that gives a PDF. */
export const printQuerySchema = z.object({
  paper: z.enum(['a4', 'letter']).default('a4'),
  as: z.enum(['kit', 'scorecard']).default('kit'),
  blind: z.literal('1').optional(),
  size: z.enum(['compact', 'clear']).default('compact'),
  ink: z.enum(['colour', 'grey']).default('colour'),
})
