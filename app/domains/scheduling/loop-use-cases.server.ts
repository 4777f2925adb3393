import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import type { DraftForm, VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { markingReaders, warnOfReaders } from '#app/domains/scorecards/could-read.server.ts'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { findReceipt } from '#db/receipts.server.ts'
import { displayNameOf } from './candidate.ts'
import { findApplication, findCandidate, type ApplicationRow } from './candidate-store.server.ts'
import { createOnce } from './create-once.server.ts'
import { chooseForm, warnOfOtherForm, type FormChoice } from './loop-forms.ts'
import { listOfferedForms } from './loop-forms-store.server.ts'
import { loopFormOf, type LoopFormInterview } from './loop-form.ts'
import { listLoopWarnings, type LoopWarning } from './loop-plan.ts'
import { attendeesOf, type Booking } from './session.ts'
import type { Loop } from './session.schema.ts'
import * as store from './session-store.server.ts'

const dayMs = 86_400_000

/**
 * Plans the loop of a candidate on the current version of the panel: a session for each interview given,
 * with its interviewers and shadows, and a card for each of them. The same form twice plans one loop.
 */
export function planLoop(ctx: Ctx, input: Loop): Result<{ candidateId: string }> {
  if (!can(ctx.user.access, 'session.schedule', 'other')) return forbidden
  return write(ctx.db, (tx): Result<{ candidateId: string }> => {
    const made = createOnce(tx, ctx, input.formKey, () => {
      const found = findPlannable(tx, input)
      if (!found.ok) return found
      const refusal = refuseLoop(tx, input, found.value)
      if (refusal) return refusal
      const { candidateId } = found.value.application
      markingReaders(tx, ctx, candidateId, () => {
        for (const planned of input.sessions) insertSession(tx, ctx, { ...planned, ...found.value })
        return ok()
      })
      recordAuditEvent(tx, {
        atMs: ctx.now,
        actorId: ctx.user.id,
        action: 'loop.plan',
        subjectKind: 'application',
        subjectId: input.applicationId,
        detail: input.sessions,
      })
      return ok(candidateId)
    })
    return made.ok ? ok({ candidateId: made.value }) : made
  })
}

type Plannable = {
  application: ApplicationRow
  form: VersionForm
  panelVersionId: string
  snapshot: PanelSnapshot
}

/**
 * An application whose loop can be planned: not withdrawn, on a published panel.
 * @param given `form` of the panel; form A or the only one where it is not given
 */
export function findPlannable(
  db: Ctx['db'] | Tx,
  given: { applicationId: string; form?: DraftForm | undefined },
): Result<Plannable> {
  const application = findApplication(db, { id: given.applicationId, interviewerId: null })
  if (!application) return notFound
  if (application.withdrawnAtMs !== null)
    return conflict('This candidate was withdrawn from the panel. Restore them before planning interviews.')
  if (application.panelVersionId === null)
    return conflict('This panel is still a draft. Publish it, then plan the interviews.')
  const offered = listOfferedForms(db, application.panelId).find(
    ({ form }) => (form === 'B') === (given.form === 'B'),
  )
  if (!offered) return conflict('This panel has no form B any more. Reload the page and plan again.')
  const { form, panelVersionId } = offered
  const snapshot = store.findSnapshot(db, panelVersionId)
  return snapshot ? ok({ application, form, panelVersionId, snapshot }) : notFound
}

function refuseLoop(
  tx: Tx,
  input: Loop,
  { snapshot }: Plannable,
): Extract<Result<never>, { ok: false }> | undefined {
  const taken = new Set(
    store
      .listSessionsOfApplication(tx, { applicationId: input.applicationId })
      .filter((session) => session.status === 'planned')
      .map((session) => session.interviewId),
  )
  const people = new Set(store.listPossibleInterviewers(tx).map((person) => person.id))
  const seen = new Set<string>()
  for (const { interviewId, ...seats } of input.sessions) {
    const interview = snapshot.interviews.find((item) => item.id === interviewId)
    if (!interview || seen.has(interviewId))
      return conflict('The panel was published again meanwhile. Reload the page to plan its new interviews.')
    seen.add(interviewId)
    if (taken.has(interviewId))
      return conflict(`${interview.focus} is already planned for this candidate. Reload the page to see it.`)
    const attendees = attendeesOf(seats)
    if (new Set(attendees).size !== attendees.length || attendees.some((id) => !people.has(id)))
      return invalid('', `${interview.focus}: choose people from the list, each of them once.`)
  }
  return undefined
}

function insertSession(
  tx: Tx,
  ctx: Ctx,
  planned: Loop['sessions'][number] & Pick<Plannable, 'application' | 'panelVersionId'>,
): void {
  const sessionId = newId()
  store.createSession(tx, {
    id: sessionId,
    applicationId: planned.application.id,
    panelVersionId: planned.panelVersionId,
    interviewId: planned.interviewId,
    startsAtMs: planned.startsAtMs,
    status: 'planned',
    createdAtMs: ctx.now,
  })
  const add = (seat: Seat) => (userId: string) =>
    store.addInterviewer(tx, { sessionId, userId, seat, atMs: ctx.now, newScorecardId: newId() })
  planned.interviewerIds.forEach(add('interviewer'))
  planned.shadowIds.forEach(add('shadow'))
}

/**
 * What to know before a loop is planned as given: double bookings, times in the past, nobody to interview, somebody who
 * could read others' cards of the candidate first.
 */
export function checkLoop(ctx: Ctx, input: Loop): Result<LoopWarning[]> {
  if (!can(ctx.user.access, 'session.schedule', 'other')) return forbidden
  // A form posted twice must not be warned of the sessions that it made itself.
  if (findReceipt(ctx.db, { key: input.formKey, userId: ctx.user.id }) !== undefined) return ok([])
  const found = findPlannable(ctx.db, input)
  if (!found.ok) return found
  const { snapshot, application, form } = found.value
  const planned = input.sessions.flatMap((session) => {
    const interview = snapshot.interviews.find((item) => item.id === session.interviewId)
    const { candidateId } = application
    return interview
      ? [
          {
            ...session,
            sessionId: interview.id,
            candidateId,
            minutes: interview.minutes,
            focus: interview.focus,
          },
        ]
      : []
  })
  const possible = store.listPossibleInterviewers(ctx.db)
  const names = new Map(possible.map((person) => [person.id, person.name]))
  const seated = new Set(planned.flatMap(attendeesOf))
  const people = possible.filter((person) => seated.has(person.id))
  const held = store.listSessionsOfApplication(ctx.db, { applicationId: application.id })
  const otherForm = warnOfOtherForm(form, held)
  return ok([
    ...(otherForm === null ? [] : [{ kind: 'other-form', sessionId: '', text: otherForm } as const]),
    ...listLoopWarnings({
      planned,
      booked: listBookingsAround(ctx.db, planned),
      nameOf: (userId) => names.get(userId) ?? 'Somebody',
      now: ctx.now,
    }),
    ...[...warnOfReaders(ctx, { candidateId: application.candidateId, people }).values()].map(
      (text): LoopWarning => ({ kind: 'could-read', sessionId: '', text }),
    ),
  ])
}

/** What is already in the calendar of these bookings' people and candidate, themselves left out. */
export function listBookingsAround(db: Ctx['db'] | Tx, planned: readonly Booking[]): Booking[] {
  const starts = planned.flatMap((booking) => (booking.startsAtMs === null ? [] : [booking.startsAtMs]))
  const candidateId = planned[0]?.candidateId
  if (candidateId === undefined) return []
  const rows = store.listBookedSessions(db, {
    candidateId,
    userIds: [...new Set(planned.flatMap(attendeesOf))],
    fromMs: Math.min(...starts) - dayMs,
    toMs: Math.max(...starts) + dayMs,
  })
  const own = new Set(planned.map((booking) => booking.sessionId))
  return toBookings(
    db,
    rows.filter((row) => !own.has(row.id)),
  )
}

/** Sessions with their minutes and the people in them now. */
export function toBookings(db: Ctx['db'] | Tx, rows: readonly store.SessionRow[]): Booking[] {
  const people = store.listSessionPeople(
    db,
    rows.map((row) => row.id),
  )
  const snapshots = readSnapshots(db, rows)
  return rows.map((row) => {
    const present = people.filter((person) => person.sessionId === row.id && person.removedAtMs === null)
    const idsIn = (seat: Seat) =>
      present.filter((person) => person.seat === seat).map((person) => person.userId)
    return {
      sessionId: row.id,
      candidateId: row.candidateId,
      startsAtMs: row.startsAtMs,
      minutes: interviewOf(snapshots, row)?.minutes ?? 0,
      interviewerIds: idsIn('interviewer'),
      shadowIds: idsIn('shadow'),
    }
  })
}

type Snapshots = ReadonlyMap<string, PanelSnapshot>

/** The frozen panels that these sessions belong to, each read once. */
export function readSnapshots(db: Ctx['db'] | Tx, rows: readonly { panelVersionId: string }[]): Snapshots {
  const snapshots = new Map<string, PanelSnapshot>()
  for (const { panelVersionId } of rows) {
    if (snapshots.has(panelVersionId)) continue
    const snapshot = store.findSnapshot(db, panelVersionId)
    if (snapshot) snapshots.set(panelVersionId, snapshot)
  }
  return snapshots
}

/** The interview that a session holds. */
export function interviewOf(
  snapshots: Snapshots,
  row: { panelVersionId: string; interviewId: string },
): PanelSnapshot['interviews'][number] | undefined {
  return snapshots.get(row.panelVersionId)?.interviews.find((item) => item.id === row.interviewId)
}

export type LoopForm = {
  candidate: { id: string; name: string }
  panel: { id: string; name: string }
  date: string
  interviews: LoopFormInterview[]
  /** Interviews that are planned already. */
  plannedCount: number
  people: store.Interviewer[]
  /** Null where the panel has one form. */
  form: FormChoice | null
}

/** The form that plans a loop: the interviews without a planned session, times and people pre-filled. */
export function getLoopForm(ctx: Ctx, input: { applicationId: string; zone: string }): Result<LoopForm> {
  if (!can(ctx.user.access, 'session.schedule', 'other')) return forbidden
  const found = findPlannable(ctx.db, input)
  if (!found.ok) return found
  const { application, snapshot } = found.value
  const candidate = findCandidate(ctx.db, { id: application.candidateId, interviewerId: null })
  if (!candidate) return notFound
  const held = store.listSessionsOfApplication(ctx.db, { applicationId: application.id })
  const planned = new Set(
    held.filter((session) => session.status === 'planned').map((session) => session.interviewId),
  )
  const people = store.listPossibleInterviewers(ctx.db)
  const open = snapshot.interviews.filter((interview) => !planned.has(interview.id))
  return ok({
    candidate: { id: candidate.id, name: displayNameOf(candidate) },
    panel: { id: application.panelId, name: application.panelName },
    ...loopFormOf(open, { now: ctx.now, zone: input.zone, available: new Set(people.map(({ id }) => id)) }),
    plannedCount: planned.size,
    people,
    form: chooseForm(listOfferedForms(ctx.db, application.panelId), held),
  })
}
