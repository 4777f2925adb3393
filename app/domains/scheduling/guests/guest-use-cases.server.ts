import { randomInt } from 'node:crypto'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { markingReaders } from '#app/domains/scorecards/could-read.server.ts'
import { endSignIns } from '#app/domains/people/sign-in-use-cases.server.ts'
import { hashSecret, newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Services } from '#app/lib/services.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { createOnce } from '../create-once.server.ts'
import {
  addInterviewer,
  findSession,
  listSessionPeople,
  removeInterviewer,
  type SessionRow,
} from '../session-store.server.ts'
import { codeLength, codeSigns, spellCode } from './guest-code.ts'
import { endOf, nameOfGuest, stateOfGuest, usualHours, type GuestView } from './guest.ts'
import * as store from './guest-store.server.ts'

/** An access as it is handed on: the one moment in which the code can be read. */
export type GivenAccess = { name: string; code: string; endsAtMs: number }

type GuestId = { sessionId: string; guestId: string }

function newCode(): { code: string; codeHash: string } {
  const signs = Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('')
  return { code: spellCode(signs), codeHash: hashSecret(signs) }
}

/**
 * Gives somebody without an account a seat in a session, with a card to fill and a code that opens it. The same form
 * sent twice keeps the one guest and gives them a new code, since the first cannot be read again.
 * @param input `note` tells guests of the same name apart; `hours` is how long after the start the access ends
 */
export function addGuest(
  ctx: Ctx,
  input: { sessionId: string; formKey: string; name: string; note?: string | undefined; hours: number },
): Result<GivenAccess> {
  const { code, codeHash } = newCode()
  return change(ctx, input.sessionId, (tx, session) => {
    const closed = whyClosed(session)
    if (closed) return conflict(closed)
    const name = nameOfGuest(input)
    const expiresAtMs = endOf({ startsAtMs: session.startsAtMs, now: ctx.now, hours: input.hours })
    // The form gone back to and filled for somebody else is another guest, never a new code for the first.
    const key = hashSecret(`${input.formKey} ${session.id} ${name}`)
    const made = createOnce(tx, ctx, key, () => {
      const id = newId()
      const userId = newId()
      const row = { id, userId, sessionId: session.id, createdBy: ctx.user.id, createdAtMs: ctx.now }
      store.createGuest(tx, { ...row, name, codeHash, expiresAtMs })
      seat(tx, ctx, { sessionId: session.id, userId })
      audit(tx, ctx, 'guest.add', id)
      return ok(id)
    })
    if (!made.ok) return made
    const guest = store.findGuest(tx, { id: made.value, sessionId: session.id })
    if (guest?.revokedAtMs !== null || guest.acceptedAtMs !== null)
      return conflict(`${name} was added by this form already. Find them on the page of the session.`)
    store.updateCode(tx, guest.id, { codeHash, expiresAtMs })
    return ok({ name, code, endsAtMs: expiresAtMs })
  })
}

/** Replaces the code of a guest, whatever state it is in: the former one and the browsers it opened are shut out. */
export function renewGuest(ctx: Ctx, input: GuestId): Result<GivenAccess> {
  const { code, codeHash } = newCode()
  return change(ctx, input.sessionId, (tx, session) => {
    const guest = store.findGuest(tx, { id: input.guestId, sessionId: session.id })
    if (!guest) return notFound
    const closed = whyClosed(session)
    if (closed) return conflict(closed)
    const expiresAtMs = endOf({ startsAtMs: session.startsAtMs, now: ctx.now, hours: usualHours })
    store.updateCode(tx, guest.id, { codeHash, expiresAtMs, acceptedAtMs: null, revokedAtMs: null })
    endSignIns(tx, { userId: guest.userId, now: ctx.now })
    seat(tx, ctx, guest)
    audit(tx, ctx, 'guest.renew', guest.id)
    return ok({ name: guest.name, code, endsAtMs: expiresAtMs })
  })
}

/**
 * Shuts a guest out, with the very next request. Without a card handed in they owe none any more; one that was handed
 * in stays.
 */
export function revokeGuest(ctx: Ctx, input: GuestId): Result<void> {
  return change(ctx, input.sessionId, (tx, session) => {
    const guest = store.findGuest(tx, { id: input.guestId, sessionId: session.id })
    if (!guest) return notFound
    if (guest.revokedAtMs !== null) return ok()
    store.updateCode(tx, guest.id, { revokedAtMs: ctx.now })
    endSignIns(tx, { userId: guest.userId, now: ctx.now })
    if (guest.submittedAtMs === null)
      removeInterviewer(tx, { sessionId: session.id, userId: guest.userId, atMs: ctx.now })
    audit(tx, ctx, 'guest.revoke', guest.id)
    return ok()
  })
}

/** Takes a revocation back: the code opens the session again until its end, in browsers that enter it anew. */
export function restoreGuest(ctx: Ctx, input: GuestId): Result<void> {
  return change(ctx, input.sessionId, (tx, session) => {
    const guest = store.findGuest(tx, { id: input.guestId, sessionId: session.id })
    if (!guest) return notFound
    if (guest.revokedAtMs === null) return ok()
    const closed = whyClosed(session)
    if (closed) return conflict(closed)
    store.updateCode(tx, guest.id, { revokedAtMs: null })
    seat(tx, ctx, guest)
    audit(tx, ctx, 'guest.restore', guest.id)
    return ok()
  })
}

/** Seats a guest, again in the seat that they had. */
function seat(tx: Tx, ctx: Ctx, { sessionId, userId }: Pick<store.GuestRow, 'sessionId' | 'userId'>): void {
  const former = listSessionPeople(tx, [sessionId]).find((person) => person.userId === userId)
  const given = { sessionId, userId, seat: former?.seat ?? 'interviewer' }
  addInterviewer(tx, { ...given, atMs: ctx.now, newScorecardId: newId() })
}

function whyClosed(session: SessionRow): string | undefined {
  if (session.withdrawnAtMs !== null)
    return 'The candidate was withdrawn from this panel, so no guest is let in.'
  return session.status === 'planned'
    ? undefined
    : 'This session is cancelled or was missed. Plan it again, then invite guests.'
}

function change<T>(ctx: Ctx, sessionId: string, work: (tx: Tx, session: SessionRow) => Result<T>): Result<T> {
  if (!can(ctx.user.access, 'session.schedule', 'other')) return forbidden
  return write(ctx.db, (tx): Result<T> => {
    const session = findSession(tx, { id: sessionId, interviewerId: null })
    return session ? markingReaders(tx, ctx, session.candidateId, () => work(tx, session)) : notFound
  })
}

function audit(tx: Tx, ctx: Ctx, action: string, subjectId: string): void {
  recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, action, subjectKind: 'access-code', subjectId })
}

/** The guests of a session with where they stand; empty for whoever may not change it. */
export function listGuestViews(ctx: Ctx, sessionId: string): GuestView[] {
  if (!can(ctx.user.access, 'session.schedule', 'other')) return []
  return store.listGuests(ctx.db, sessionId).map((row) => ({
    id: row.id,
    name: row.name,
    state: stateOfGuest(row, ctx.now),
    endsAtMs: row.expiresAtMs,
    revokedAtMs: row.revokedAtMs,
    isHandedIn: row.submittedAtMs !== null,
  }))
}

/**
 * Mails an access.
 * @returns false when this installation sends no mail, or the mail server refused
 */
export async function mailAccess(services: Services, mail: { to: string; text: string }): Promise<boolean> {
  if (!services.sendMail) return false
  try {
    await services.sendMail({ ...mail, subject: 'Your guest access to an interview' })
    return true
  } catch (error) {
    services.log.error({ err: error }, 'the access was not mailed')
    return false
  }
}
