import { expect, test } from 'vitest'
import { addTime, readTimer } from './timer.ts'

test.each([
  [300_000, '5:00', false],
  [299_001, '5:00', false],
  [65_000, '1:05', false],
  [1, '0:01', false],
  [0, '0:00 over', true],
  [-999, '0:00 over', true],
  [-61_000, '1:01 over', true],
])('with %i ms left it reads %s', (leftMs, text, isOver) => {
  expect(readTimer(1_000_000 + leftMs, 1_000_000)).toEqual({ text, isOver })
})

test.each([
  ['a running timer gets two minutes more', 1_060_000, 1_180_000],
  ['one that is over runs for two minutes from now', 900_000, 1_120_000],
  ['one that was not started runs for two minutes', null, 1_120_000],
])('%s', (_name, endsAtMs, expected) => {
  expect(addTime(endsAtMs, 1_000_000)).toBe(expected)
})
