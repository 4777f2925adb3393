import { attendeesOf, overlaps, type Booking } from './session.ts'

export type LoopWarning = {
  kind:
    | 'interviewer-busy'
    | 'candidate-busy'
    | 'same-person-twice'
    | 'past'
    | 'nobody'
    | 'only-shadows'
    | 'could-read'
    | 'other-form'
  /** Empty for what is true of the loop as a whole. */
  sessionId: string
  text: string
}

/**
 * Start times for interviews held one after the other.
 * @param minutes the length of each interview, in order
 * @param day `first` start as 09:00, and the break between two interviews
 * @returns times as 09:00, empty for what would begin after midnight
 */
export function suggestTimes(
  minutes: readonly number[],
  day: { first: string; breakMinutes: number },
): string[] {
  const [hours = 9, mins = 0] = day.first.split(':').map(Number)
  let at = hours * 60 + mins
  return minutes.map((length) => {
    const time = at < 24 * 60 ? clock(at) : ''
    at = Math.ceil((at + length + day.breakMinutes) / 5) * 5
    return time
  })
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export type LoopCheck = {
  planned: readonly (Booking & { focus: string })[]
  /** Sessions already in the calendar that touch these people; those being replaced left out. */
  booked: readonly Booking[]
  nameOf: (userId: string) => string
  now: number
}

/** What somebody planning a loop should know before they go on. None of it forbids the plan. */
export function listLoopWarnings(check: LoopCheck): LoopWarning[] {
  const { planned, booked, nameOf, now } = check
  const warnings: LoopWarning[] = []
  const seenIn = new Map<string, string>()
  planned.forEach((session, i) => {
    const warn = (kind: LoopWarning['kind'], text: string) =>
      warnings.push({ kind, sessionId: session.sessionId, text: `${session.focus}: ${text}` })
    if (session.startsAtMs !== null && session.startsAtMs < now) warn('past', 'the start is in the past.')
    if (attendeesOf(session).length === 0) warn('nobody', 'nobody is down to interview.')
    else if (session.interviewerIds.length === 0)
      warn('only-shadows', 'only a shadow sits in it, so it will not count. Put an interviewer into it.')
    const clashing = [...booked, ...planned.slice(0, i)].filter((other) => overlaps(session, other))
    if (clashing.some((other) => other.candidateId === session.candidateId))
      warn('candidate-busy', 'the candidate has another interview at the same time.')
    for (const userId of attendeesOf(session)) {
      if (clashing.some((other) => attendeesOf(other).includes(userId)))
        warn('interviewer-busy', `${nameOf(userId)} is in another interview at the same time.`)
    }
    for (const userId of session.interviewerIds) {
      const earlier = seenIn.get(userId) ?? otherInterviewOf(userId, session, booked)
      if (earlier !== undefined)
        warn(
          'same-person-twice',
          `${nameOf(userId)} already interviews this candidate${earlier ? ` in ${earlier}` : ''}.`,
        )
      seenIn.set(userId, session.focus)
    }
  })
  return warnings
}

function otherInterviewOf(userId: string, session: Booking, booked: readonly Booking[]): string | undefined {
  const other = booked.find(
    (item) => item.candidateId === session.candidateId && item.interviewerIds.includes(userId),
  )
  return other ? '' : undefined
}
