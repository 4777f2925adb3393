import { expect, test } from 'vitest'
import { newAddedId } from './added-question.ts'
import { listDeviations } from './deviations.ts'
import { fieldName } from './field.ts'
import { recordFrom, type FieldValues } from './scorecard-record.ts'

const questions = ['a', 'b', 'c'].map((questionId) => ({ questionId, title: `Title ${questionId}` }))
const plus = newAddedId('0190a2b4-0000-7000-8000-000000000001')
const asked = { title: 'Replay a day', prompt: 'How?', bankQuestionId: 'replay-a-day' }

function deviationsOf(fields: FieldValues): string[] {
  return listDeviations(recordFrom(fields, { questions }), questions).map((deviation) => deviation.words)
}

test('a card that nobody touched and one filled by the plan left nothing', () => {
  expect(deviationsOf({})).toEqual([])
  expect(
    deviationsOf({ order: ['a', 'b', 'c'], [fieldName('rating', 'a')]: { state: 'no-evidence' } }),
  ).toEqual([])
})

test('a question not asked is skipped, wherever it was put', () => {
  const skipped = { [fieldName('rating', 'b')]: { state: 'not-asked' } }
  expect(deviationsOf(skipped)).toEqual(['Question 2, Title b: not asked.'])
  expect(deviationsOf({ ...skipped, order: ['a', 'c', 'b'] })).toEqual(['Question 2, Title b: not asked.'])
})

test('only the question that was moved is named, with where it went', () => {
  expect(deviationsOf({ order: ['b', 'c', 'a'] })).toEqual(['Question 1, Title a: asked later than planned.'])
  expect(deviationsOf({ order: ['c', 'a', 'b'] })).toEqual([
    'Question 3, Title c: asked earlier than planned.',
  ])
})

test('an unplanned question is named with where it came from, and moves no other one', () => {
  const order = ['a', plus, 'b', 'c']
  expect(deviationsOf({ [fieldName('added', plus)]: asked, order })).toEqual([
    'Asked beside the plan, from the bank: Replay a day',
  ])
  const own = { title: '', prompt: 'And who watched it?', bankQuestionId: null }
  expect(deviationsOf({ [fieldName('added', plus)]: own })).toEqual([
    'Asked beside the plan, in the interviewer’s words: And who watched it?',
  ])
})

test('an unplanned question that was taken off again is none, with whatever was written to it', () => {
  const evidence = { [fieldName('evidence', plus)]: 'Said something' }
  expect(deviationsOf({ ...evidence, [fieldName('added', plus)]: null })).toEqual([])
  expect(deviationsOf(evidence)).toHaveLength(1)
})
