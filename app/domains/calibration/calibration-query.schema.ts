import { z } from 'zod'
import { periods } from './period.ts'

/** What the address says; anything else shows the last year of the scale that most candidates were rated on. */
export const calibrationQuerySchema = z.object({
  period: z.enum(periods).catch('year'),
  panel: z.string().min(1).max(64).optional().catch(undefined),
  scale: z.string().min(1).max(400).optional().catch(undefined),
})
