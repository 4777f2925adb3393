import { expect, test } from 'vitest'
import { readVerdictDone, writeVerdictDone } from './verdict-done.ts'

test('what is written into the address is read back', () => {
  const done = { verdict: 'same', aId: 'a-b', bId: 'c', before: 'none' } as const
  expect(readVerdictDone(writeVerdictDone(done))).toEqual(done)
})

test.each([null, '', 'saved', 'same_a', 'same_a_b', 'odd_a_b_none', 'same_a_b_none_more', 'same__b_none'])(
  '%s is nothing that was said of a pair',
  (text) => {
    expect(readVerdictDone(text)).toBeUndefined()
  },
)
