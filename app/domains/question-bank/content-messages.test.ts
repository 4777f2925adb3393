import { expect, test } from 'vitest'
import { competencySchema, questionSchema, roleSchema } from '#rubrics/content.schema.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { contentErrors } from './content-messages.ts'

function messages(
  schema: typeof competencySchema | typeof roleSchema | typeof questionSchema,
  value: unknown,
  own?: Record<string, string>,
) {
  const result = schema.safeParse(value)
  if (result.success) throw new Error('it should not fit')
  return contentErrors(result.error, own)
}
const { competencies, roles, questions } = shippedRubrics()

test('a text that is too short or too long says how long it may be', () => {
  expect(messages(competencySchema, { ...competencies[0], name: 'A', definition: 'x'.repeat(301) })).toEqual({
    name: ['Write at least 3 letters.'],
    definition: ['Keep it to 300 letters.'],
  })
})

test('a list says how many entries it takes', () => {
  const lines = Array.from({ length: 6 }, () => 'A line')
  expect(messages(competencySchema, { ...competencies[0], looksLike: ['One line'] })).toEqual({
    looksLike: ['Give at least 2.'],
  })
  expect(messages(competencySchema, { ...competencies[0], looksLike: lines })).toEqual({
    looksLike: ['Give at most 5.'],
  })
})

test('a number says between which it lies, or that it is none', () => {
  const role = structuredClone(roles[0])
  const [first, second] = role?.competencies ?? []
  if (!role || !first || !second) throw new Error('no role')
  Object.assign(first, { weight: 0, gate: 10 })
  Object.assign(second, { weight: 2.5, gate: Number.NaN })
  expect(messages(roleSchema, role)).toEqual({
    'competencies.0.weight': ['Give a number of at least 1.'],
    'competencies.0.gate': ['Give a number of at most 9.'],
    'competencies.1.weight': ['Give a whole number.'],
    'competencies.1.gate': ['Give a number.'],
  })
})

test('a rule of our own is said as a sentence, and a field may have better words', () => {
  const role = structuredClone(roles[0])
  if (role?.competencies[0]) role.competencies[0].weight++
  expect(messages(roleSchema, role)).toEqual({ competencies: ['The weights must add up to 100.'] })
  const wrong = { ...questions[0], primaryCompetency: '' }
  expect(messages(questionSchema, wrong)).toEqual({ primaryCompetency: ['Choose one from the list.'] })
  const own = { 'competencies.*.competency': 'Choose a competency.' }
  expect(messages(roleSchema, { ...role, competencies: [{ competency: '' }] }, own)).toMatchObject({
    'competencies.0.competency': ['Choose a competency.'],
  })
})

test('a part that is missing altogether says to write it', () => {
  expect(messages(competencySchema, { id: 'x', definition: 'A thing', looksLike: ['One', 'Two'] })).toEqual({
    name: ['Write something here.'],
  })
})
