import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { suggestKind } from './suggest-kind.ts'

test.each([
  ['Tell me about a time when two teams wanted the same day.', 'behavioural'],
  ['Describe a situation in which you said no.', 'behavioural'],
  ['Have you ever lost a file that mattered?', 'behavioural'],
  ['Imagine the line is down and nobody answers. What now?', 'situational'],
  ['How would you begin in a team that writes nothing down?', 'situational'],
  ['Why do you want to work on trams?', 'motivation'],
  ['What is the difference between a lease and a lock?', 'technical'],
])('%s is %s', (prompt, kind) => {
  expect(suggestKind(prompt)).toBe(kind)
})

test('most behavioural questions of the bank are seen as such, and few others', () => {
  const { questions } = shippedRubrics()
  const seen = (kind: string) => {
    const own = questions.filter((question) => question.kind === kind)
    return own.filter(({ prompt }) => suggestKind(prompt) === 'behavioural').length / own.length
  }
  expect(seen('behavioural')).toBeGreaterThan(0.8)
  expect(seen('technical')).toBeLessThan(0.2)
})
