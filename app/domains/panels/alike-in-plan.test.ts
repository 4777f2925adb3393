import { expect, test } from 'vitest'
import type { AlikeQuestions } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { planInterview, planQuestion, planWith } from '#tests/support/plan.ts'
import { listAlikeInPlan } from './alike-in-plan.ts'
import { buildBankView } from './bank-view.ts'
import { listProblems } from './problems.ts'

const alike = (id: string, otherId: string, isConfirmed = false, score = 0.4): AlikeQuestions => ({
  id,
  otherId,
  isConfirmed,
  score,
})
const wordsOf = (given: readonly AlikeQuestions[]) =>
  listProblems(planWith(), { alike: given }).filter((problem) => problem.text.includes('same thing'))

test('two questions that may ask the same are named with their interviews, once, and block nothing', () => {
  expect(wordsOf([alike('one', 'three'), alike('three', 'one')])).toEqual([
    {
      text: '“Title one” in A and “Title three” in B ask nearly the same thing. Take one of them out, or say on the page of either that they differ.',
      place: { kind: 'question', id: 'three' },
      isBlocking: false,
    },
  ])
})

test('what somebody confirmed comes first and says what it costs', () => {
  const [first, second] = wordsOf([alike('one', 'two'), alike('three', 'two', true, 0.1)])
  expect(first?.lead).toBe('Asked twice')
  expect(first?.text).toBe(
    '“Title two” in A and “Title three” in B ask the same thing: the candidate would be rated twice for one answer. Take one of them out.',
  )
  expect(second?.text).toContain('“Title one” and “Title two”, both in A, ask nearly the same thing')
})

test('what resembles a question outside the panel is no problem of the panel', () => {
  expect(listAlikeInPlan(planWith(), [alike('one', 'elsewhere', true)])).toEqual([])
})

test('a question that stands in two interviews is not alike to itself', () => {
  const question = planQuestion('one', 5, 'design')
  const plan = planWith({
    interviews: [
      planInterview('A', { questions: [question] }),
      planInterview('B', { questions: [question] }),
    ],
  })
  expect(listAlikeInPlan(plan, [alike('one', 'one', true)])).toEqual([])
})

const found = ['new', 'near', 'same'].map((id) => ({
  id,
  title: `Title ${id}`,
  prompt: 'What do you do?',
  intent: 'To see.',
  kind: 'technical' as const,
  difficulty: 'easy' as const,
  minutes: 5,
  competency: { id: 'design', name: 'Design' },
  scales: ['four-point'],
}))

test('the bank says which question of the panel another would repeat, and offers confirmed ones last', () => {
  const given = [alike('one', 'near'), alike('three', 'same'), alike('two', 'same', true)]
  const view = buildBankView(planWith(), 'A', {
    found: found.toReversed(),
    total: 3,
    filters: [],
    typed: '',
    reading: { kind: 'as-typed' },
    nextShown: null,
    alike: given,
  })
  expect(view?.hits.map((hit) => [hit.id, hit.repeats])).toEqual([
    ['near', { words: 'Asks nearly the same as “Title one” in A', isConfirmed: false }],
    ['new', null],
    ['same', { words: 'Asks the same as “Title two” in A', isConfirmed: true }],
  ])
})
