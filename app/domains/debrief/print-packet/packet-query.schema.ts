import { z } from 'zod'
import { mostChosen, packetDocuments } from './packet.ts'

const idSchema = z.string().min(1).max(64)

/** Which documents, of which candidates, of which interviewers; all lists may be empty. */
export const packetQuerySchema = z.object({
  document: z.array(z.enum(packetDocuments)).max(packetDocuments.length),
  /** Everybody, those with an interview today or tomorrow, or those in `candidate`. */
  who: z.enum(['all', 'soon', 'some']).optional(),
  /** Ids of applications. */
  candidate: z.array(idSchema).max(mostChosen),
  /** Ids of interviewers; all of them when it is empty. */
  by: z.array(idSchema).max(mostChosen),
  sides: z.enum(['one', 'both']).default('one'),
  /** Whether a person has chosen; otherwise an empty list of documents means what is usual. */
  chosen: z.literal('1').optional(),
})

export type PacketQuery = z.infer<typeof packetQuerySchema>
