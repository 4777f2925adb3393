import { z } from 'zod'

const id = z.string().min(1).max(64)

/** What somebody says about two questions; `from` is the question on whose page they said it. */
export const decideDuplicateSchema = z.object({
  aId: id,
  bId: id,
  verdict: z.enum(['same', 'different', 'none']),
  from: id.optional(),
})

export const nearDuplicatesQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
})
