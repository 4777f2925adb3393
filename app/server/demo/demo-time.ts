const halfHourMs = 30 * 60_000

/**
 * The moment of a demo session in the local time of this machine.
 * @param now milliseconds since 1970, UTC
 * @param day working days back when negative; 0 is today, 1 tomorrow, more are working days after that
 * @param time hour and minute; null for a time one to two hours ahead of now
 */
export function demoTime(now: number, day: number, time: readonly [number, number] | null): number {
  if (time === null) return (Math.ceil(now / halfHourMs) + 2) * halfHourMs
  const date = new Date(now)
  date.setHours(time[0], time[1], 0, 0)
  let left = Math.abs(day)
  while (left > 0) {
    date.setDate(date.getDate() + Math.sign(day))
    if (isWorkingDay(date) || day === 1) left--
  }
  return date.getTime()
}

function isWorkingDay(date: Date): boolean {
  return date.getDay() !== 0 && date.getDay() !== 6
}
