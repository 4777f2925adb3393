import { expect, test } from 'vitest'
import { checkInWords, presenceWords } from './check-in-words.ts'

const startsAtMs = Date.UTC(2026, 8, 15, 12)

test.each([
  ['on the day the time is enough', startsAtMs - 120_000, startsAtMs, 'checked in 13:58'],
  ['on another day', startsAtMs - 86_400_000, startsAtMs, 'checked in Mon 14 Sept 2026, 14:00'],
  ['for a session without a time', startsAtMs, null, 'checked in Tue 15 Sept 2026, 14:00'],
])('%s', (_name, checkedInAtMs, starts, words) => {
  expect(checkInWords({ checkedInAtMs, startsAtMs: starts }, 'Europe/Vienna')).toBe(words)
})

test('who is there is told by name, and when nobody is', () => {
  const [marta, ikenna] = [
    { name: 'Marta', checkedInAtMs: startsAtMs - 120_000 },
    { name: 'Ikenna', checkedInAtMs: null },
  ]
  const say = (interviewers: readonly (typeof marta | typeof ikenna)[]) =>
    presenceWords({ startsAtMs, interviewers }, 'Europe/Vienna')
  expect(say([marta, ikenna])).toBe('Marta checked in 13:58; Ikenna not yet.')
  expect(say([ikenna])).toBe('Nobody has checked in yet: Ikenna.')
  expect(say([])).toBe('Nobody interviews yet.')
})
