import { expect, test } from 'vitest'
import { unknownCard, type WaitingCard } from './card-words.ts'
import { emptyDraft, type FieldDraft, type Pending } from './draft.ts'
import { isOverdue, unsentCardOf } from './unsent.ts'
import { writeUnsentFile } from './unsent-file.ts'

function draftOf(
  field: string,
  given: Partial<FieldDraft> & { state?: Pending['state']; value?: unknown },
): FieldDraft {
  const { state = 'typed', value = 'Said so.', ...rest } = given
  const pending: Pending[] = [{ opId: field, value, base: 0, follows: null, state }]
  return { ...emptyDraft(field), pending, sinceMs: 5_000, ...rest }
}

const words: WaitingCard['words'] = {
  title: 'Kim Doe, Designing for failure',
  questions: [{ questionId: 'q1', title: 'Same order twice' }],
  levels: [{ value: 3, label: 'Good', meaning: '' }],
}

function cardOf(drafts: FieldDraft[]): WaitingCard {
  return { scorecardId: 'card', words, drafts }
}

const conflict = { version: 2, value: 'Theirs.' }

test.each<[string, FieldDraft[], string | null, object]>([
  ['is being sent while nothing failed', [draftOf('evidence:q1', {})], null, { kind: 'sending' }],
  [
    'says why the last try failed',
    [draftOf('evidence:q1', {})],
    'no connection',
    { kind: 'trying', why: 'no connection' },
  ],
  [
    'goes on sending the rest while two versions of one text wait',
    [draftOf('evidence:q1', { state: 'rejected', conflict }), draftOf('summary:for', { state: 'sent' })],
    null,
    { kind: 'sending' },
  ],
  ['waits for a choice', [draftOf('evidence:q1', { state: 'rejected', conflict })], null, { kind: 'choose' }],
  [
    'says what the server said',
    [draftOf('evidence:q1', { state: { refused: 'Too long.' } })],
    null,
    { kind: 'refused', why: 'Too long.' },
  ],
])('a waiting scorecard %s', (_name, drafts, why, state) => {
  expect(unsentCardOf(cardOf(drafts), why).state).toEqual(state)
})

test('a card waits since the oldest of its entries', () => {
  const drafts = [draftOf('evidence:q1', {}), draftOf('summary:for', { sinceMs: 2_000 })]
  expect(unsentCardOf(cardOf(drafts), null)).toMatchObject({ entries: 2, sinceMs: 2_000 })
})

test.each([
  ['at once', 0, false],
  ['before an hour', 3_599_999, false],
  ['after an hour', 3_600_000, true],
  ['when the clock was put back by a year', -365 * 86_400_000, true],
])('it warns %s: %s ms', (_name, passedMs, expected) => {
  expect(isOverdue({ sinceMs: 1e12 }, 1e12 + passedMs)).toBe(expected)
})

test('the file has every text under its scorecard and question, in words', () => {
  const both: Pending[] = ['First tab.', 'Second tab.'].map((value, at) => ({
    opId: String(at),
    value,
    base: 0,
    follows: null,
    state: 'typed',
  }))
  const text = writeUnsentFile(
    [
      cardOf([
        draftOf('evidence:q1', { pending: both }),
        draftOf('rating:q1', { value: { state: 'rated', level: 3 } }),
        draftOf('added:a1', { value: { title: 'Asked too', prompt: 'Why so?', bankQuestionId: null } }),
      ]),
      { scorecardId: 'other', words: unknownCard, drafts: [draftOf('summary:for', { value: 'Calm.' })] },
    ],
    { nowMs: 9_000, format: (atMs) => `<${atMs}>` },
  )
  expect(text).toBe(`Not saved in Panelist when this file was made, <9000>.


Kim Doe, Designing for failure
==============================

Question 1, Same order twice: evidence, typed from <5000>

First tab.

Question 1, Same order twice: evidence, typed from <5000>

Second tab.

Question 1, Same order twice: rating, typed from <5000>

3 Good

the question, typed from <5000>

Asked too
Why so?


A scorecard
===========

Summary: for, typed from <5000>

Calm.
`)
})
