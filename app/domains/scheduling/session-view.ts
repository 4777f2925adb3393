import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { isSealed } from '#app/domains/scorecards/scorecard.ts'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import { formatSpan, formatWhen, type When } from '#app/lib/dates.ts'
import { displayNameOf } from './candidate.ts'
import { overlaps, type Booking, type SessionStatus } from './session.ts'

type Named = { id: string; name: string }
type Attendee = Named & { isShadow: boolean }

/** One session as every screen shows it. */
export type SessionItem = {
  id: string
  applicationId: string
  interviewId: string
  letter: string
  focus: string
  minutes: number
  startsAtMs: number | null
  when: When | null
  /** '14:00 to 14:45', null while there is no time. */
  span: string | null
  status: SessionStatus
  isOver: boolean
  isWithdrawn: boolean
  candidate: Named & { code: string }
  panel: Named
  interviewers: Attendee[]
  /** Taken off after they had recorded something; their card is kept. */
  removed: Named[]
  /** '2 of 3 submitted'; null when no card is owed. */
  standing: string | null
  /** The viewer's own card of this session. */
  ownScorecardId: string | null
  conflicts: string[]
}

type Row = {
  id: string
  applicationId: string
  panelVersionId: string
  interviewId: string
  startsAtMs: number | null
  status: SessionStatus
  candidateId: string
  candidateCode: string
  candidateName: string | null
  panelId: string
  panelName: string
  withdrawnAtMs: number | null
}
type PersonInSession = {
  sessionId: string
  userId: string
  name: string
  seat: Seat
  removedAtMs: number | null
  scorecardId: string | null
  submittedAtMs: number | null
}
type Look = { now: number; zone: string; viewerId: string }

/**
 * Rows made into what screens show.
 * @param people of all these sessions, the removed too
 * @param snapshots by panel version
 */
export function viewSessions(
  rows: readonly Row[],
  people: readonly PersonInSession[],
  snapshots: ReadonlyMap<string, PanelSnapshot>,
  look: Look,
): SessionItem[] {
  const bySession = new Map<string, PersonInSession[]>()
  for (const person of people)
    bySession.set(person.sessionId, [...(bySession.get(person.sessionId) ?? []), person])
  return rows.map((row) => {
    const interview = snapshots
      .get(row.panelVersionId)
      ?.interviews.find((item) => item.id === row.interviewId)
    return viewSession(row, bySession.get(row.id) ?? [], interview, look)
  })
}

function viewSession(
  row: Row,
  people: readonly PersonInSession[],
  interview: PanelSnapshot['interviews'][number] | undefined,
  { now, zone, viewerId }: Look,
): SessionItem {
  const { startsAtMs } = row
  const minutes = interview?.minutes ?? 0
  const active = people.filter((person) => person.removedAtMs === null)
  const own = active.find((person) => person.userId === viewerId)
  return {
    id: row.id,
    applicationId: row.applicationId,
    interviewId: row.interviewId,
    letter: interview?.letter ?? '',
    focus: interview?.focus ?? 'Interview',
    minutes,
    startsAtMs,
    when: startsAtMs === null ? null : formatWhen(startsAtMs, { now, zone }),
    span: startsAtMs === null ? null : formatSpan(startsAtMs, minutes, zone),
    status: row.status,
    isOver: startsAtMs !== null && startsAtMs + minutes * 60_000 <= now,
    isWithdrawn: row.withdrawnAtMs !== null,
    candidate: {
      id: row.candidateId,
      name: displayNameOf({ name: row.candidateName, code: row.candidateCode }),
      code: row.candidateCode,
    },
    panel: { id: row.panelId, name: row.panelName },
    interviewers: active.map((person) => ({ ...toNamed(person), isShadow: person.seat === 'shadow' })),
    removed: people.filter((person) => person.removedAtMs !== null).map(toNamed),
    standing: standingOf(row.status, people, now),
    ownScorecardId: own?.scorecardId ?? null,
    conflicts: [],
  }
}

function toNamed(person: PersonInSession): Named {
  return { id: person.userId, name: person.name }
}

/** How many of the cards that interviewers owe are handed in for good: '2 of 3 submitted'. Null when none is owed. */
function standingOf(status: SessionStatus, people: readonly PersonInSession[], now: number): string | null {
  const owed = people.filter(
    (person) =>
      person.seat === 'interviewer' &&
      ((status === 'planned' && person.removedAtMs === null) || isSealed(person, now)),
  )
  if (owed.length === 0) return null
  return `${owed.filter((person) => isSealed(person, now)).length} of ${owed.length} submitted`
}

/** Marks, in words, planned sessions that share a minute and an interviewer or the candidate. */
export function markConflicts(items: readonly SessionItem[]): SessionItem[] {
  const live = items.filter(
    (item) => item.status === 'planned' && !item.isWithdrawn && item.startsAtMs !== null,
  )
  const sorted = live.toSorted((a, b) => (a.startsAtMs ?? 0) - (b.startsAtMs ?? 0))
  const words = new Map<string, string[]>()
  sorted.forEach((item, i) => {
    for (const other of sorted.slice(i + 1)) {
      if (!overlaps(bookingOf(item), bookingOf(other))) break
      for (const [one, two] of [
        [item, other],
        [other, item],
      ] as const)
        words.set(one.id, [...(words.get(one.id) ?? []), ...clashWords(one, two)])
    }
  })
  return items.map((item) => ({ ...item, conflicts: words.get(item.id) ?? [] }))
}

function clashWords(item: SessionItem, other: SessionItem): string[] {
  const shared = item.interviewers.filter((person) => other.interviewers.some(({ id }) => id === person.id))
  const words = shared.map(
    (person) => `${person.name} is also in ${other.focus} with ${other.candidate.name}.`,
  )
  return item.candidate.id === other.candidate.id
    ? [...words, `${item.candidate.name} is also in ${other.focus}.`]
    : words
}

function bookingOf(item: SessionItem): Booking {
  return {
    sessionId: item.id,
    candidateId: item.candidate.id,
    startsAtMs: item.startsAtMs,
    minutes: item.minutes,
    interviewerIds: item.interviewers.filter((person) => !person.isShadow).map((person) => person.id),
    shadowIds: item.interviewers.filter((person) => person.isShadow).map((person) => person.id),
  }
}
