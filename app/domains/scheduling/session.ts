export const sessionStatuses = ['planned', 'cancelled', 'no-show'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** One session's place in time, and who is in it. */
export type Booking = {
  sessionId: string
  candidateId: string
  startsAtMs: number | null
  minutes: number
  interviewerIds: readonly string[]
  /** Who sits in to learn; their time is taken, and what they write does not count. */
  shadowIds: readonly string[]
}

/** Everybody whose time a session takes, the candidate aside. */
export function attendeesOf(booking: Pick<Booking, 'interviewerIds' | 'shadowIds'>): string[] {
  return [...booking.interviewerIds, ...booking.shadowIds]
}

/** Whether two bookings share a minute; one without a time shares none. Back to back is no overlap. */
export function overlaps(a: Booking, b: Booking): boolean {
  if (a.startsAtMs === null || b.startsAtMs === null) return false
  return a.startsAtMs < b.startsAtMs + b.minutes * 60_000 && b.startsAtMs < a.startsAtMs + a.minutes * 60_000
}
