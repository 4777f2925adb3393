import { z } from 'zod'
import { planModes } from './planner/problem-of-panel.ts'
import { filtersSchema, textField } from '#app/domains/question-bank/question-query.schema.ts'

/** What the builder's address says about the bank beside it; what does not fit is ignored. */
export const bankQuerySchema = filtersSchema
  .omit({ state: true, use: true, tag: true })
  .extend({
    bank: textField.transform((id) => (id.length <= 64 ? id : '')),
    swap: textField,
    q: textField,
    shown: textField.transform((count) => (/^\d{1,3}$/.test(count) ? Number(count) : undefined)),
  })
  .transform(({ bank, swap, q, shown, ...filters }) => ({ bank, swap, shown, query: { text: q, filters } }))

/** What every edit carries: the draft that the person was looking at, and whether a script asks. */
export const editFrameSchema = z.object({
  revision: z.coerce.number({ error: 'Reload the page and try again.' }).int().min(0),
  answer: z.literal('data').optional(),
})

/** Which form of a draft an address means; anything else means form A. */
export const formQuerySchema = z.object({ form: z.enum(['A', 'B']).catch('A') })

/** Which version of a panel to show, and which form of it. */
export const versionQuerySchema = formQuerySchema.extend({
  version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional(),
})

/** What can be done on the page of a panel's two forms. */
export const formActSchema = z.object({
  intent: z.enum(['make-form', 'remove-form', 'undo-this']),
  revision: z.coerce.number().int().min(0),
})

export const archiveSchema = z.object({ intent: z.enum(['archive', 'restore']) })

/** The form that publishes a draft. */
export const publishSchema = z.object({
  formKey: z.uuid(),
  revision: z.coerce.number().int().min(0),
})

/** What is asked of the planner in an address; what does not fit is not asked. */
export const suggestQuerySchema = formQuerySchema.extend({
  mode: z.enum(planModes).catch('improve'),
  why: z.string().max(100).optional().catch(undefined),
  more: z.literal('1').optional().catch(undefined),
  stopped: z.literal('1').optional().catch(undefined),
})
