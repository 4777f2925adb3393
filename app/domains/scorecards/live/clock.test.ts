import { expect, test } from 'vitest'
import {
  elapsedMs,
  longerClock,
  offQuestion,
  pauseClock,
  spentOn,
  startClock,
  stoppedClock,
  stopwatch,
  turnClock,
} from './clock.ts'

const minute = 60_000

test('time counts for the question in view while the clock runs, and not while it stands', () => {
  let clock = startClock(stoppedClock, { questionId: 'a', nowMs: 1_000_000 })
  clock = turnClock(clock, { questionId: 'b', nowMs: 1_000_000 + 3 * minute })
  clock = pauseClock(clock, 1_000_000 + 5 * minute)
  expect(spentOn(clock, 'a', 9_000_000)).toBe(3 * minute)
  expect(spentOn(clock, 'b', 9_000_000)).toBe(2 * minute)
  expect(elapsedMs(clock, 9_000_000)).toBe(5 * minute)
  expect(turnClock(clock, { questionId: 'c', nowMs: 9_000_000 })).toBe(clock)

  clock = startClock(clock, { questionId: 'b', nowMs: 9_000_000 })
  expect(spentOn(clock, 'b', 9_000_000 + minute)).toBe(3 * minute)
  expect(elapsedMs(clock, 9_000_000 + minute)).toBe(6 * minute)
  expect(clock.startedAtMs).toBe(1_000_000)
})

test('coming back to a question adds to it, and the review counts for no question', () => {
  let clock = startClock(stoppedClock, { questionId: 'a', nowMs: 0 })
  clock = turnClock(clock, { questionId: offQuestion, nowMs: minute })
  clock = turnClock(clock, { questionId: 'a', nowMs: 3 * minute })
  clock = pauseClock(clock, 4 * minute)
  expect(clock.spentMs).toEqual({ a: 2 * minute, [offQuestion]: 2 * minute })
})

test('staying on a question writes nothing anew', () => {
  const clock = startClock(stoppedClock, { questionId: 'a', nowMs: 0 })
  expect(turnClock(clock, { questionId: 'a', nowMs: minute })).toBe(clock)
  expect(pauseClock(stoppedClock, minute)).toBe(stoppedClock)
})

test('a device whose clock is behind never takes time away', () => {
  const clock = startClock(stoppedClock, { questionId: 'a', nowMs: 10 * minute })
  expect(elapsedMs(clock, 9 * minute)).toBe(0)
  expect(pauseClock(clock, 9 * minute).spentMs).toEqual({ a: 0 })
})

const started = (minutes: number, questionId = 'a') =>
  startClock(stoppedClock, { questionId, nowMs: minutes * minute })

test.each([
  ['a second start does not take the minutes of the first', started(20), started(0), 'theirs'],
  ['what ran without a connection outlasts a start just now', started(0), started(19), 'mine'],
  [
    'a pause on a page that was behind holds when it saw more',
    pauseClock(started(0), 5 * minute),
    turnClock(started(0), { questionId: 'b', nowMs: 3 * minute }),
    'mine',
  ],
  [
    'a clock that still runs outlasts one that was paused early',
    pauseClock(started(0), minute),
    turnClock(started(0), { questionId: 'b', nowMs: 3 * minute }),
    'theirs',
  ],
  ['of two equal ones the server’s stands', started(4), started(4, 'b'), 'theirs'],
  ['a few seconds are no difference', started(4), started(4.1, 'b'), 'theirs'],
  ['a clock that never ran gives way', stoppedClock, pauseClock(started(0), minute), 'theirs'],
])('two devices: %s', (_name, mine, theirs, stands) => {
  expect(longerClock(mine, theirs)).toBe(stands === 'mine' ? mine : theirs)
})

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [7 * minute + 5_000, '7:05'],
  [75 * minute + 10_400, '75:10'],
])('%i ms reads %s', (ms, words) => {
  expect(stopwatch(ms)).toBe(words)
})
