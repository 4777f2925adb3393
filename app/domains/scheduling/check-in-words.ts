import { formatPrinted, localOf } from '#app/lib/dates.ts'

/**
 * When somebody checked in, as it stands behind their name: "checked in 13:58", with the day when it was not the session's.
 * @param of `startsAtMs` null while there is no time yet
 */
export function checkInWords(of: { checkedInAtMs: number; startsAtMs: number | null }, zone: string): string {
  const at = localOf(of.checkedInAtMs, zone)
  const isThatDay = of.startsAtMs !== null && localOf(of.startsAtMs, zone).date === at.date
  return `checked in ${isThatDay ? at.time : formatPrinted(of.checkedInAtMs, zone)}`
}

/** Who of a session is there: "Marta checked in 13:58; Ikenna not yet". */
export function presenceWords(
  of: { startsAtMs: number; interviewers: readonly { name: string; checkedInAtMs: number | null }[] },
  zone: string,
): string {
  const { startsAtMs, interviewers } = of
  if (interviewers.length === 0) return 'Nobody interviews yet.'
  const words = interviewers.map(({ name, checkedInAtMs }) =>
    checkedInAtMs === null
      ? `${name} not yet`
      : `${name} ${checkInWords({ checkedInAtMs, startsAtMs }, zone)}`,
  )
  return interviewers.every((person) => person.checkedInAtMs === null)
    ? `Nobody has checked in yet: ${interviewers.map((person) => person.name).join(', ')}.`
    : `${words.join('; ')}.`
}
