import { Temporal } from 'temporal-polyfill'

/** A moment in words, and exactly, for the title of a `<time>`. */
export type When = { text: string; exact: string; iso: string }

const minuteMs = 60_000

/** The end of the year 9999: beyond it lie moments that cannot be shown or added to. */
const lastMs = 253_402_300_799_999

/** Whether the name is a time zone that this machine knows: `Europe/London`. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/**
 * The moment of a date and a time of day in a zone. A time that the clocks skip moves forward by the gap,
 * one that happens twice is the first.
 * @param local `date` as 2026-09-15, `time` as 14:00
 * @returns milliseconds UTC, or undefined when it is no date, no time or no zone
 */
export function momentOf(local: { date: string; time: string; zone: string }): number | undefined {
  try {
    const plain = Temporal.PlainDate.from(local.date).toPlainDateTime(Temporal.PlainTime.from(local.time))
    const atMs = plain.toZonedDateTime(local.zone, { disambiguation: 'compatible' }).epochMilliseconds
    return Math.abs(atMs) <= lastMs ? atMs : undefined
  } catch {
    return undefined
  }
}

/** The date (2026-09-15) and time of day (14:00) of a moment in a zone: what date and time fields hold. */
export function localOf(atMs: number, zone: string): { date: string; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** The moments at which the day of `atMs` begins and the next one begins, in a zone. */
export function dayBoundsOf(atMs: number, zone: string): { fromMs: number; toMs: number } {
  const start = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).startOfDay()
  return { fromMs: start.epochMilliseconds, toMs: start.add({ days: 1 }).startOfDay().epochMilliseconds }
}

/** The next Monday to Friday after the day of `now`, as 2026-09-16. */
export function nextWorkday(now: number, zone: string): string {
  let day = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  return day.toString()
}

/** A moment as people say it: 'Tue 14:00, in 2 h'; another week says the day: 'Tue 15 Sept 14:00, in 12 days'. */
export function formatWhen(atMs: number, as: { now: number; zone: string }): When {
  const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(as.zone)
  const today = Temporal.Instant.fromEpochMilliseconds(as.now).toZonedDateTimeISO(as.zone)
  const days = today.toPlainDate().until(zoned.toPlainDate(), { largestUnit: 'days' }).days
  const isOtherYear = zoned.year !== today.year
  const day = intl(as.zone, {
    weekday: 'short',
    ...(Math.abs(days) > 6 ? { day: 'numeric', month: 'short' } : {}),
    ...(isOtherYear && Math.abs(days) > 6 ? { year: 'numeric' } : {}),
  }).format(atMs)
  return {
    text: `${day.replace(',', '')} ${localOf(atMs, as.zone).time}, ${distance(atMs, as.now, days)}`,
    exact: formatExactly(atMs, as.zone),
    iso: new Date(atMs).toISOString(),
  }
}

/** A moment with everything: 'Tuesday 15 September 2026, 14:00 British Summer Time (Europe/London)'. */
export function formatExactly(atMs: number, zone: string): string {
  const zoneName = intl(zone, { timeZoneName: 'long' })
    .formatToParts(atMs)
    .find((part) => part.type === 'timeZoneName')?.value
  const name = zoneName && zoneName !== zone ? `${zoneName} (${zone})` : zone
  return `${formatDay(atMs, zone)}, ${localOf(atMs, zone).time} ${name}`
}

/** A day in full: 'Tuesday 15 September 2026'. */
export function formatDay(atMs: number, zone: string): string {
  return intl(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(atMs)
    .replace(',', '')
}

/** A moment as it stands on paper: 'Tue 15 Sept 2026, 14:00'. */
export function formatPrinted(atMs: number, zone: string): string {
  const day = intl(zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(atMs)
  return `${day.replace(',', '')}, ${localOf(atMs, zone).time}`
}

/** From when to when, within one day: '14:00 to 14:45'. */
export function formatSpan(startsAtMs: number, minutes: number, zone: string): string {
  return `${localOf(startsAtMs, zone).time} to ${localOf(startsAtMs + minutes * minuteMs, zone).time}`
}

function distance(atMs: number, now: number, days: number): string {
  const minutes = Math.round(Math.abs(atMs - now) / minuteMs)
  if (minutes === 0) return 'now'
  const isPast = atMs < now
  if (minutes < 60) return sided(`${minutes} min`, isPast)
  const hours = Math.round(minutes / 60)
  if (hours < 12 || days === 0) return sided(`${hours} h`, isPast)
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return sided(`${Math.abs(days)} days`, isPast)
}

function sided(amount: string, isPast: boolean): string {
  return isPast ? `${amount} ago` : `in ${amount}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function intl(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}
