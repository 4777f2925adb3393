import { z } from 'zod'
import { contentKinds } from './content-kind.ts'

const number = z.coerce.number().int().min(1).max(100_000)

/** Which two versions the URL asks to compare; a value that cannot be is not given. */
export const versionQuerySchema = z.object({
  from: number.optional().catch(undefined),
  to: number.optional().catch(undefined),
})

/** The form that makes an earlier version the current one again; `base` is the number current when it was shown. */
export const restoreVersionSchema = z.object({ number, base: number })

const versionId = z.string().min(1).max(100)

/** What somebody decides about a shipped version that is offered, or takes back. */
export const offerDecisionSchema = z.object({
  intent: z.enum(['take', 'keep', 'undo-take', 'undo-keep']),
  kind: z.enum(contentKinds),
  id: z.string().min(1).max(64),
  ours: versionId,
  theirs: versionId,
})
