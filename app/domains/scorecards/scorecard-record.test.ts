import { expect, test } from 'vitest'
import { newAddedId } from './added-question.ts'
import { fieldName } from './field.ts'
import { asOthersRead, completeRecord, recordFrom } from './scorecard-record.ts'
import { listMissing } from './submit-check.ts'

const plus = newAddedId('0190a2b4-0000-7000-8000-000000000001')
const interview = { questions: [{ questionId: 'a', content: { title: 'Title a' } }] }
const levels = [1, 2, 3, 4].map((value) => ({ value, label: `L${value}` }))
const clock = { startedAtMs: 5, spentMs: { a: 60_000 }, running: null }
const fields = {
  [fieldName('rating', 'a')]: { state: 'rated', level: 3 },
  [fieldName('private', 'a')]: 'Only mine',
  [fieldName('added', plus)]: { title: '', prompt: 'Who watched it?', bankQuestionId: null },
  [fieldName('rating', plus)]: { state: 'rated', level: 4 },
  [fieldName('private', plus)]: 'Only mine too',
  recommendation: 'yes',
  order: ['a', plus],
  clock,
}

test('what was asked beside the plan stands apart from the questions of the plan', () => {
  const record = recordFrom(fields, interview)
  expect(Object.keys(record.questions)).toEqual(['a'])
  expect(record.added).toMatchObject([
    { id: plus, prompt: 'Who watched it?', rating: { state: 'rated', level: 4 } },
  ])
  expect(record.clock).toEqual(clock)
})

test('others read neither a private note nor the clock', () => {
  const read = asOthersRead(recordFrom(fields, interview))
  expect(JSON.stringify(read)).not.toContain('Only mine')
  expect(read.clock).toBeNull()
  expect(read.added[0]?.rating).toEqual({ state: 'rated', level: 4 })
})

test('a record frozen before all of this was kept reads as one that kept to the plan', () => {
  const { added: _, order: _order, clock: _clock, ...older } = recordFrom({ recommendation: 'no' }, interview)
  const questions = Object.fromEntries(
    Object.entries(older.questions).map(([id, { probes: _probes, ...question }]) => [id, question]),
  )
  const record = completeRecord({ ...older, questions })
  expect(record).toMatchObject({ recommendation: 'no', added: [], order: [], clock: null })
  expect(record.questions['a']?.probes).toEqual([])
})

test('either end of the scale needs evidence beside the plan too, and no rating is no hindrance', () => {
  const missing = (given: Record<string, unknown>) =>
    listMissing(recordFrom({ ...fields, ...given }, interview), interview, { levels }).map(
      (entry) => entry.field,
    )
  expect(missing({})).toEqual([fieldName('evidence', plus)])
  expect(missing({ [fieldName('evidence', plus)]: 'Said so' })).toEqual([])
  expect(missing({ [fieldName('rating', plus)]: null })).toEqual([])
})
