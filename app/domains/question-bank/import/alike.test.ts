import { expect, test } from 'vitest'
import { comparedOf } from '#app/domains/question-bank/near-duplicates/near-duplicates-store.server.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { knownQuestions, listAlikeItems } from './alike.ts'
import { buildTagFinder } from './find-tags.ts'
import { readQuestionDocument } from './read-question-document.ts'

const known = knownQuestions(shippedRubrics().questions.map(comparedOf))
const alike = (text: string) => listAlikeItems(readQuestionDocument({ text }).items, known)

test('tags are found in whatever form their words stand', () => {
  const find = buildTagFinder(['rate-limits', 'retries', 'retries', 'saga'])
  expect(find('It limited our rate, so we retried.')).toEqual(['rate-limits', 'retries'])
  expect(find('')).toEqual([])
})

test('a question in other words is found by its topic', () => {
  const [first] = alike(
    '- Our webhooks come twice, and their signature may be forged: how do you deal with duplicates, and with the secret?\n- What is your favourite bread?',
  )
  const found = shippedRubrics().questions.find((question) => question.id === first?.existingId)
  expect(first?.ordinal).toBe(1)
  expect(found?.tags).toContain('webhooks')
})

test('questions about something else are like none', () => {
  expect(alike('- What is your favourite bread?\n- How do you plan the ovens for a holiday?')).toEqual([])
})

test('an answer without its question is compared with nothing', () => {
  const [item] = readQuestionDocument({ text: '- What is a saga?' }).items
  expect(item && listAlikeItems([{ ...item, prompt: null }], known)).toEqual([])
})
