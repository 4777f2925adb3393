import { z } from 'zod'

export const roundIdSchema = z.object({ roundId: z.string().min(1).max(64) })

/** Whose erasure is being asked for, on the page of a round. */
export const roundQuerySchema = z.object({ erase: z.string().max(64).optional().catch(undefined) })

const confirmation = z.string().max(400).default('')

export const roundActionSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('undo') }),
  z.object({ intent: z.literal('delete'), confirmation }),
  z.object({ intent: z.literal('erase'), candidateId: z.string().min(1).max(64), confirmation }),
])
