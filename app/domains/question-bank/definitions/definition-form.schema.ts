import { z } from 'zod'

/** The form on the page of a competency or a role. */
export const archiveFormSchema = z.object({ intent: z.enum(['archive', 'bring-back']) })

const number = z.coerce.number().int().min(1).max(100_000)

/**
 * Which version a form is based on: the one it was opened at, or the one that somebody else saved meanwhile, when the
 * person saw both and chose their own.
 */
export const baseSchema = z
  .object({ base: number, over: number.optional() })
  .transform(({ base, over }) => over ?? base)

export const formKeySchema = z.object({ formKey: z.uuid() }).transform((form) => form.formKey)

/** The search of a list of competencies or roles as it stands in the URL; a value that cannot be is none. */
export const definitionQuerySchema = z.object({
  q: z.string().max(200).optional().catch(undefined),
  archived: z.literal('1').optional().catch(undefined),
})
