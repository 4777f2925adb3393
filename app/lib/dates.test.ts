import { expect, test } from 'vitest'
import { dayBoundsOf, formatExactly, formatSpan, formatWhen, isZone, localOf, momentOf } from './dates.ts'

const zone = 'Europe/London'
const now = Date.UTC(2026, 8, 15, 11) // Tuesday 12:00 in London
const hour = 3_600_000

test.each([
  ['in a few hours it says the hours', now + 2 * hour, 'Tue 14:00, in 2 h'],
  ['within the hour it says the minutes', now + 25 * 60_000, 'Tue 12:25, in 25 min'],
  ['what passed is ago', now - 3 * hour, 'Tue 09:00, 3 h ago'],
  ['this very minute is now', now, 'Tue 12:00, now'],
  ['the next day is tomorrow', now + 23 * hour, 'Wed 11:00, tomorrow'],
  ['the day before is yesterday', now - 26 * hour, 'Mon 10:00, yesterday'],
  ['within the week it counts days', now + 3 * 24 * hour, 'Fri 12:00, in 3 days'],
  ['another week names the date', now + 12 * 24 * hour, 'Sun 27 Sept 12:00, in 12 days'],
  ['another year names the year', now + 150 * 24 * hour, 'Fri 12 Feb 2027 11:00, in 150 days'],
])('%s', (_, atMs, text) => {
  expect(formatWhen(atMs, { now, zone }).text).toBe(text)
})

test('the exact form names the day, the time and the zone', () => {
  expect(formatExactly(now, zone)).toBe(
    'Tuesday 15 September 2026, 12:00 British Summer Time (Europe/London)',
  )
  expect(formatSpan(now, 45, zone)).toBe('12:00 to 12:45')
})

test('a local time becomes the moment in its zone, across the change of clocks too', () => {
  expect(momentOf({ date: '2026-09-15', time: '12:00', zone })).toBe(now)
  expect(momentOf({ date: '2026-09-15', time: '12:00', zone: 'America/New_York' })).toBe(now + 5 * hour)
  expect(momentOf({ date: '2026-03-29', time: '01:30', zone })).toBe(Date.UTC(2026, 2, 29, 1, 30))
  expect(localOf(now, 'Asia/Kolkata')).toEqual({ date: '2026-09-15', time: '16:30' })
})

test('what is no date, time or zone is undefined', () => {
  expect(momentOf({ date: '2026-02-30', time: '12:00', zone })).toBeUndefined()
  expect(momentOf({ date: '2026-09-15', time: '25:00', zone })).toBeUndefined()
  expect(momentOf({ date: '+275760-09-13', time: '00:00', zone: 'UTC' })).toBeUndefined()
  expect(momentOf({ date: '2026-09-15', time: '12:00', zone: 'Moon/Base' })).toBeUndefined()
  expect(isZone('Moon/Base')).toBe(false)
  expect(isZone(zone)).toBe(true)
})

test('a day with a change of clocks has 23 or 25 hours', () => {
  const spring = dayBoundsOf(Date.UTC(2026, 2, 29, 12), zone)
  expect(spring.toMs - spring.fromMs).toBe(23 * hour)
})
