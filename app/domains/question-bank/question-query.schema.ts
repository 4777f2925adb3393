import { z } from 'zod'
import { difficulties, questionKinds } from '#rubrics/content.schema.ts'
import { minuteSteps } from './question-search.ts'

const mostValues = 20
const values = z.array(z.string()).default([])

/** The first value of a name, cut to what a search reads. */
export const textField = values.transform((list) => (list[0] ?? '').slice(0, 200))

const words = values.transform((list) =>
  [...new Set(list)].filter((value) => /^[a-z0-9-]{1,64}$/.test(value)).slice(0, mostValues),
)

function oneOf(known: readonly string[]) {
  return values.transform((list) => [...new Set(list)].filter((value) => known.includes(value)))
}

/** The filters of a search as they stand in a URL, several values each; a value that cannot be is no filter. */
export const filtersSchema = z.object({
  role: words,
  competency: words,
  kind: oneOf(questionKinds),
  difficulty: oneOf(difficulties),
  minutes: oneOf(minuteSteps.map(String)).transform((steps) => steps.slice(-1)),
  tag: words,
  use: oneOf(['panel', 'none']),
  state: oneOf(['archived']),
})

/** The page of questions as it stands in the URL: `q`, `page` and the filters. */
export const questionsAddressSchema = filtersSchema
  .extend({
    q: textField,
    page: values.transform(([first = '1']) => (/^[1-9]\d{0,5}$/.test(first) ? Number(first) : 1)),
  })
  .transform(({ q, page, ...filters }) => ({ q, page, filters }))

export type QuestionsAddress = z.infer<typeof questionsAddressSchema>

export const bankIdSchema = z.object({ id: z.string().min(1).max(64) })
