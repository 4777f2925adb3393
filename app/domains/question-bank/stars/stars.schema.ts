import { z } from 'zod'

/** Stars as the buttons post them; an empty value takes one's own back. */
export const starsFormSchema = z.object({
  stars: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(5)]),
})
