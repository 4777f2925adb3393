import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { markingReaders, warnOfReaders } from '#app/domains/scorecards/could-read.server.ts'
import { isSealed } from '#app/domains/scorecards/scorecard.ts'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { displayNameOf } from './candidate.ts'
import { prolongCodes } from './guests/guest-store.server.ts'
import { endOf, usualHours } from './guests/guest.ts'
import { listLoopWarnings } from './loop-plan.ts'
import { interviewOf, listBookingsAround, readSnapshots, toBookings } from './loop-use-cases.server.ts'
import { scopeOf } from './scope.ts'
import type { SessionStatus } from './session.ts'
import type { SessionPage } from './session-page.ts'
import {
  addInterviewer,
  deleteInterviewer,
  findSession,
  hasRecordedAnything,
  listPossibleInterviewers,
  listSessionPeople,
  listSessionsOfApplication,
  removeInterviewer,
  updateSeat,
  updateSession,
  type SessionPerson,
  type SessionRow,
} from './session-store.server.ts'

/** The page of a session that this person may see. */
export function getSessionPage(ctx: Ctx, input: { sessionId: string }): Result<SessionPage> {
  const scope = scopeOf(ctx.user, 'session.read')
  if (!scope) return forbidden
  const row = findSession(ctx.db, { id: input.sessionId, ...scope })
  if (!row) return notFound
  const snapshots = readSnapshots(ctx.db, [row])
  const snapshot = snapshots.get(row.panelVersionId)
  const interview = interviewOf(snapshots, row)
  if (!snapshot || !interview) return notFound
  const nameOf = (id: string) => snapshot.competencies.find((item) => item.id === id)?.name ?? id
  const people = listSessionPeople(ctx.db, [row.id])
  const present = people.filter((person) => person.removedAtMs === null)
  const counted = present.filter((person) => person.seat === 'interviewer')
  const own = people.find((person) => person.userId === ctx.user.id)
  const may = {
    schedule: can(ctx.user.access, 'session.schedule', 'other'),
    transcribe: can(ctx.user.access, 'scorecard.transcribe', 'other'),
    look: canEver(ctx.user.access, 'candidate.read'),
  }
  const available = may.schedule
    ? listPossibleInterviewers(ctx.db).filter((one) => !present.some((person) => person.userId === one.id))
    : []
  const { id: sessionId, applicationId, candidateId, candidateCode } = row
  const { panelId, panelName, panelVersion, panelForm } = row
  return ok({
    sessionId,
    applicationId,
    candidateId,
    candidateCode,
    panelId,
    panelName,
    panelVersion,
    panelForm,
    candidateName: displayNameOf({ name: row.candidateName, code: row.candidateCode }),
    letter: interview.letter,
    focus: interview.focus,
    minutes: interview.minutes,
    questions: interview.questions.length,
    competencyNames: interview.competencyIds.map(nameOf),
    others: snapshot.interviews
      .filter((item) => item.id !== interview.id)
      .map(({ letter, focus, competencyIds }) => ({
        letter,
        focus,
        competencyNames: competencyIds.map(nameOf),
      })),
    startsAtMs: row.startsAtMs,
    status: row.status,
    isWithdrawn: row.withdrawnAtMs !== null,
    people: people.map((person) => ({
      userId: person.userId,
      name: person.name,
      isRemoved: person.removedAtMs !== null,
      isShadow: person.seat === 'shadow',
      isGuest: person.isGuest,
      isHandedIn: may.schedule ? isSealed(person, ctx.now) : null,
      checkedInAtMs: may.schedule || person.userId === ctx.user.id ? person.checkedInAtMs : null,
    })),
    submitted: counted.filter((person) => isSealed(person, ctx.now)).length,
    owed: counted.length,
    own: own?.scorecardId
      ? {
          scorecardId: own.scorecardId,
          isHandedIn: own.submittedAtMs !== null,
          isShadow: own.seat === 'shadow',
          checkedInAtMs: own.checkedInAtMs,
        }
      : null,
    may,
    available,
    readers: may.schedule ? listReaders(ctx, { row, people, available }) : [],
    warnings: may.schedule && row.status === 'planned' ? listWarnings(ctx, row) : [],
  })
}

/** Whoever the next act could seat: those to be added, or all who come back when the session is planned again. */
function listReaders(
  ctx: Ctx,
  of: { row: SessionRow; people: readonly SessionPerson[]; available: SessionPage['available'] },
): SessionPage['readers'] {
  const { row, people, available } = of
  const returning = people
    .filter((person) => person.removedAtMs === null && person.submittedAtMs === null)
    .map((person) => ({ id: person.userId, name: person.name }))
  const seated = row.status === 'planned' ? available : returning
  return [...warnOfReaders(ctx, { candidateId: row.candidateId, people: seated })].map(([userId, words]) => ({
    userId,
    words,
  }))
}

function listWarnings(ctx: Ctx, row: SessionRow): string[] {
  const booking = toBookings(ctx.db, [row])
  const names = new Map(listPossibleInterviewers(ctx.db).map((person) => [person.id, person.name]))
  return listLoopWarnings({
    planned: booking.map((item) => ({ ...item, focus: 'This session' })),
    booked: listBookingsAround(ctx.db, booking),
    nameOf: (userId) => names.get(userId) ?? 'Somebody',
    now: ctx.now,
  }).flatMap((warning) => (warning.kind === 'past' ? [] : warning.text))
}

/** Moves a session to another time; null takes the time away until a new one is agreed. */
export function rescheduleSession(
  ctx: Ctx,
  input: { sessionId: string; startsAtMs: number | null },
): Result<void> {
  return change(ctx, { ...input, action: 'session.reschedule' }, (tx, row) => {
    if (row.status !== 'planned') return conflict('Plan this session again first, then choose its time.')
    const { startsAtMs } = input
    updateSession(tx, row.id, { startsAtMs })
    if (startsAtMs === null) return ok()
    const given = { sessionId: row.id, now: ctx.now }
    // Without a former time there is nothing to move by: an access given before lasts as long as one given now.
    if (row.startsAtMs === null)
      prolongCodes(tx, { ...given, untilMs: endOf({ startsAtMs, now: ctx.now, hours: usualHours }) })
    else prolongCodes(tx, { ...given, byMs: startsAtMs - row.startsAtMs })
    return ok()
  })
}

/** Cancels a session, records that the candidate did not come, or plans it again. Nothing that was written is lost. */
export function setSessionStatus(
  ctx: Ctx,
  input: { sessionId: string; status: SessionStatus },
): Result<void> {
  return change(ctx, { ...input, action: `session.${input.status}` }, (tx, row) => {
    const hasCards = listSessionPeople(tx, [row.id]).some((person) => person.submittedAtMs !== null)
    if (input.status !== 'planned' && hasCards) {
      return conflict(
        'A scorecard of this session was handed in, so it was held. Withdraw the candidate instead.',
      )
    }
    const isTaken = listSessionsOfApplication(tx, { applicationId: row.applicationId }).some(
      (other) => other.id !== row.id && other.interviewId === row.interviewId && other.status === 'planned',
    )
    if (input.status === 'planned' && isTaken) {
      return conflict('This interview has been planned anew since. Cancel that session first.')
    }
    updateSession(tx, row.id, { status: input.status })
    return ok()
  })
}

/**
 * Puts a person into a session in a seat, takes one out, or both at once. Whoever has handed in a card stays;
 * what somebody wrote before they were taken out stays theirs, and nobody else sees it.
 */
export function changeInterviewers(
  ctx: Ctx,
  input: { sessionId: string; addId?: string | undefined; seat?: Seat; removeId?: string | undefined },
): Result<void> {
  return change(ctx, { ...input, action: 'session.interviewers' }, (tx, row) => {
    const { addId, seat = 'interviewer', removeId } = input
    const people = listSessionPeople(tx, [row.id])
    const leaving = people.find((person) => person.userId === removeId && person.removedAtMs === null)
    if (removeId !== undefined && !leaving) return conflict('This person is not in the session any more.')
    if (leaving && leaving.submittedAtMs !== null) {
      return conflict(`${leaving.name} has handed in a scorecard of this session and stays in it.`)
    }
    if (leaving?.isGuest)
      return conflict(`${leaving.name} is no interviewer to take out: revoke their access.`)
    if (addId !== undefined && !listPossibleInterviewers(tx).some((person) => person.id === addId)) {
      return conflict('This person cannot interview. Choose somebody from the list.')
    }
    if (leaving) {
      const of = { sessionId: row.id, userId: leaving.userId }
      // Whoever recorded nothing leaves no trace; a card that says something stays with its writer.
      if (leaving.scorecardId !== null && hasRecordedAnything(tx, leaving.scorecardId))
        removeInterviewer(tx, { ...of, atMs: ctx.now })
      else deleteInterviewer(tx, of)
    }
    if (addId !== undefined) {
      addInterviewer(tx, { sessionId: row.id, userId: addId, seat, atMs: ctx.now, newScorecardId: newId() })
    }
    return ok()
  })
}

/** Makes an interviewer of a session its shadow, or the other way round, until they have handed in their card. */
export function changeSeat(
  ctx: Ctx,
  input: { sessionId: string; personId: string; seat: Seat },
): Result<void> {
  return change(ctx, { ...input, action: 'session.seat' }, (tx, row) => {
    const { personId, seat } = input
    const person = listSessionPeople(tx, [row.id]).find(
      (one) => one.userId === personId && one.removedAtMs === null,
    )
    if (!person) return conflict('This person is not in the session any more.')
    if (person.submittedAtMs !== null) {
      return conflict(`${person.name} has handed in a scorecard, and it stays what it was written as.`)
    }
    updateSeat(tx, { sessionId: row.id, userId: personId, seat })
    return ok()
  })
}

function change<T extends { sessionId: string; action: string }>(
  ctx: Ctx,
  input: T,
  work: (tx: Tx, row: SessionRow) => Result<void>,
): Result<void> {
  if (!can(ctx.user.access, 'session.schedule', 'other')) return forbidden
  return write(ctx.db, (tx): Result<void> => {
    const row = findSession(tx, { id: input.sessionId, interviewerId: null })
    if (!row) return notFound
    const result = markingReaders(tx, ctx, row.candidateId, () => work(tx, row))
    if (!result.ok) return result
    const { action, sessionId, ...detail } = input
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action,
      subjectKind: 'session',
      subjectId: sessionId,
      detail,
    })
    return result
  })
}
