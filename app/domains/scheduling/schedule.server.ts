import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import { displayNameOf } from './candidate.ts'
import { interviewOf, readSnapshots, toBookings } from './loop-use-cases.server.ts'
import { scopeOf } from './scope.ts'
import { attendeesOf, overlaps, type Booking } from './session.ts'
import type { ScheduleItem } from './session-page.ts'
import { listPossibleInterviewers, listSessionPeople, listSessionsBetween } from './session-store.server.ts'

const spanMs = 60 * 86_400_000

/**
 * The sessions one may see, by time; those without a time last.
 * @param input `fromMs` is the first moment to show; `isPast` shows the sixty days before it, newest first
 */
export function listSchedule(ctx: Ctx, input: { fromMs: number; isPast: boolean }): Result<ScheduleItem[]> {
  const scope = scopeOf(ctx.user, 'schedule.read')
  if (!scope) return forbidden
  const span = input.isPast
    ? { fromMs: input.fromMs - spanMs, toMs: input.fromMs }
    : { fromMs: input.fromMs, toMs: null }
  const dated = listSessionsBetween(ctx.db, { ...scope, ...span })
  const open = input.isPast
    ? []
    : listSessionsBetween(ctx.db, { ...scope, fromMs: null, toMs: null }).filter(
        (row) => row.startsAtMs === null,
      )
  const rows = [...dated, ...open].filter((row) => row.withdrawnAtMs === null)
  const snapshots = readSnapshots(ctx.db, rows)
  const bookings = new Map(toBookings(ctx.db, rows).map((booking) => [booking.sessionId, booking]))
  const planned = rows.flatMap((row) => (row.status === 'planned' ? (bookings.get(row.id) ?? []) : []))
  const names = new Map(listPossibleInterviewers(ctx.db).map((person) => [person.id, person.name]))
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  const seesAll = can(ctx.user.access, 'session.schedule', 'other')
  const checkIns = groupBy(
    listSessionPeople(
      ctx.db,
      rows.map((row) => row.id),
    ).flatMap(({ sessionId, userId, name, checkedInAtMs, removedAtMs }) =>
      checkedInAtMs !== null && removedAtMs === null && (seesAll || userId === ctx.user.id)
        ? [{ sessionId, name, checkedInAtMs }]
        : [],
    ),
    (entry) => entry.sessionId,
  )
  const items = rows.map((row): ScheduleItem => {
    const interview = interviewOf(snapshots, row)
    const booking = bookings.get(row.id)
    const candidateName = displayNameOf({ name: row.candidateName, code: row.candidateCode })
    return {
      sessionId: row.id,
      startsAtMs: row.startsAtMs,
      minutes: interview?.minutes ?? 0,
      focus: interview?.focus ?? '',
      candidateName,
      panelName: row.panelName,
      status: row.status,
      interviewers: booking
        ? [
            ...booking.interviewerIds.map((id) => nameOf(id)),
            ...booking.shadowIds.map((id) => `${nameOf(id)} (shadow)`),
          ]
        : [],
      checkIns: checkIns.get(row.id) ?? [],
      clashes:
        booking && row.status === 'planned' ? listClashes(booking, planned, { names, candidateName }) : [],
    }
  })
  return ok(input.isPast ? items.reverse() : items)
}

function listClashes(
  booking: Booking,
  planned: readonly Booking[],
  words: { names: ReadonlyMap<string, string>; candidateName: string },
): string[] {
  const others = planned.filter((other) => other.sessionId !== booking.sessionId && overlaps(booking, other))
  const people = attendeesOf(booking)
    .filter((id) => others.some((other) => attendeesOf(other).includes(id)))
    .map((id) => words.names.get(id) ?? 'Somebody')
  const isCandidateTwice = others.some((other) => other.candidateId === booking.candidateId)
  return isCandidateTwice ? [...people, words.candidateName] : people
}
