import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/client.server.ts'
import { signIn, user } from '#db/schema/people.ts'
import { accessCode, application, scorecard, session } from '#db/schema/scorecards.ts'

const host = alias(user, 'host')

/** Adds a guest: a user row of their own, and the code that opens one session to it. */
export function createGuest(
  tx: Tx,
  row: Omit<typeof accessCode.$inferInsert, 'acceptedAtMs' | 'revokedAtMs'> & { name: string },
): void {
  const { name, ...code } = row
  // The column wants an address of its own; mail to this domain can never be delivered.
  const email = `${row.userId}@guest.invalid`
  tx.insert(user).values({ id: row.userId, name, email, access: 'guest', createdAtMs: row.createdAtMs }).run()
  tx.insert(accessCode).values(code).run()
}

const guestColumns = {
  id: accessCode.id,
  userId: accessCode.userId,
  sessionId: accessCode.sessionId,
  name: user.name,
  expiresAtMs: accessCode.expiresAtMs,
  acceptedAtMs: accessCode.acceptedAtMs,
  revokedAtMs: accessCode.revokedAtMs,
  submittedAtMs: scorecard.submittedAtMs,
}

function selectGuests(db: Db | Tx) {
  return db
    .select(guestColumns)
    .from(accessCode)
    .innerJoin(user, eq(user.id, accessCode.userId))
    .leftJoin(
      scorecard,
      and(eq(scorecard.sessionId, accessCode.sessionId), eq(scorecard.interviewerId, accessCode.userId)),
    )
}

export type GuestRow = NonNullable<ReturnType<ReturnType<typeof selectGuests>['get']>>

/** The guests of a session in whatever state, in the order they were added. */
export function listGuests(db: Db | Tx, sessionId: string): GuestRow[] {
  return selectGuests(db)
    .where(eq(accessCode.sessionId, sessionId))
    .orderBy(asc(accessCode.createdAtMs), asc(accessCode.id))
    .all()
}

/** A guest of this session. */
export function findGuest(db: Db | Tx, of: { id: string; sessionId: string }): GuestRow | undefined {
  return selectGuests(db)
    .where(and(eq(accessCode.id, of.id), eq(accessCode.sessionId, of.sessionId)))
    .get()
}

/** Changes the code of a guest or where it stands. */
export function updateCode(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<typeof accessCode.$inferInsert, 'codeHash' | 'expiresAtMs' | 'acceptedAtMs' | 'revokedAtMs'>
  >,
): void {
  tx.update(accessCode).set(change).where(eq(accessCode.id, id)).run()
}

/** The access behind the hash of a code; none when it has ended or was revoked. One look-up whatever the reason. */
export function findOpenCode(db: Db | Tx, query: { codeHash: string; now: number }) {
  return db
    .select({
      id: accessCode.id,
      userId: accessCode.userId,
      sessionId: accessCode.sessionId,
      name: user.name,
      hostName: host.name,
      expiresAtMs: accessCode.expiresAtMs,
      acceptedAtMs: accessCode.acceptedAtMs,
    })
    .from(accessCode)
    .innerJoin(user, eq(user.id, accessCode.userId))
    .innerJoin(host, eq(host.id, accessCode.createdBy))
    .where(
      and(
        eq(accessCode.codeHash, query.codeHash),
        isNull(accessCode.revokedAtMs),
        gt(accessCode.expiresAtMs, query.now),
      ),
    )
    .get()
}

/** The one session that a guest may see. */
export function findSessionOfGuest(db: Db, userId: string): string | undefined {
  return db
    .select({ sessionId: accessCode.sessionId })
    .from(accessCode)
    .where(eq(accessCode.userId, userId))
    .get()?.sessionId
}

/** Lets the accesses to a session that still open end so much later, or at a moment at the earliest; none ends sooner. */
export function prolongCodes(
  tx: Tx,
  given: { sessionId: string; now: number } & ({ byMs: number } | { untilMs: number }),
): void {
  const end = 'byMs' in given ? sql`${accessCode.expiresAtMs} + ${given.byMs}` : sql`${given.untilMs}`
  tx.update(accessCode)
    .set({ expiresAtMs: sql`max(${accessCode.expiresAtMs}, ${end})` })
    .where(
      and(
        eq(accessCode.sessionId, given.sessionId),
        isNull(accessCode.revokedAtMs),
        gt(accessCode.expiresAtMs, given.now),
      ),
    )
    .run()
}

/** Shuts out the guests of a candidate's sessions and forgets who they were. */
export function eraseGuests(tx: Tx, given: { candidateId: string; atMs: number }): void {
  const guests = tx
    .select({ userId: accessCode.userId })
    .from(accessCode)
    .innerJoin(session, eq(session.id, accessCode.sessionId))
    .innerJoin(application, eq(application.id, session.applicationId))
    .where(eq(application.candidateId, given.candidateId))
    .all()
    .map((row) => row.userId)
  tx.update(accessCode)
    .set({ revokedAtMs: given.atMs })
    .where(and(inArray(accessCode.userId, guests), isNull(accessCode.revokedAtMs)))
    .run()
  tx.delete(signIn).where(inArray(signIn.userId, guests)).run()
  tx.update(user).set({ name: 'A guest' }).where(inArray(user.id, guests)).run()
}
