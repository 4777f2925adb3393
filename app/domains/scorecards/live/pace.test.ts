import { expect, test } from 'vitest'
import { stoppedClock } from './clock.ts'
import { isDone, paceOf } from './pace.ts'

/** Four questions of ten minutes in a slot of fifty. */
function pace(done: number, minutes: number, given: { isRunning?: boolean; count?: number } = {}) {
  const questions = Array.from({ length: given.count ?? 4 }, (_, at) => ({ minutes: 10, isDone: at < done }))
  return paceOf({
    questions,
    elapsedMs: minutes * 60_000,
    slotMinutes: 50,
    isRunning: given.isRunning ?? true,
  })
}

test.each([
  [0, 0, 'on time', false],
  [0, 10, 'on time', false],
  [0, 10.1, '1 question behind', true],
  [1, 15, 'on time', false],
  [1, 30.5, '2 questions behind', true],
  [3, 12, 'on time', false],
  [2, 46, '2 questions behind, 4 min left', true],
  [3, 39, 'on time', false],
  [4, 38, 'all asked, 12 min left', false],
  [4, 47.2, 'all asked, 3 min left', false],
  [4, 50.5, 'all asked, time is up', true],
  [3, 53.4, '1 question behind, 3 min over', true],
])('%i of four done after %d minutes: %s', (done, minutes, words, isBehind) => {
  expect(pace(done, minutes)).toEqual({ words, isBehind })
})

test('before the clock is started nothing is said, and a pause is said first', () => {
  expect(pace(0, 0, { isRunning: false }).words).toBe('')
  expect(pace(1, 15, { isRunning: false }).words).toBe('paused, on time')
})

test('questions that take longer than the slot can be late and short of time at once', () => {
  expect(pace(2, 46, { count: 5 }).words).toBe('2 questions behind, 4 min left')
})

test('a question counts as done once it is rated, or was asked and another one is in view', () => {
  const clock = { ...stoppedClock, spentMs: { a: 30_000, c: 2_000 } }
  expect(isDone({ id: 'a', isRated: false }, clock, 'b')).toBe(true)
  expect(isDone({ id: 'a', isRated: false }, clock, 'a')).toBe(false)
  expect(isDone({ id: 'b', isRated: false }, clock, 'a')).toBe(false)
  expect(isDone({ id: 'c', isRated: false }, clock, 'b')).toBe(false)
  expect(isDone({ id: 'b', isRated: true }, clock, 'b')).toBe(true)
})
