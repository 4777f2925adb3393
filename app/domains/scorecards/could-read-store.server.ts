import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { auditEvent, user } from '#db/schema/people.ts'
import {
  application,
  scorecard,
  session,
  sessionInterviewer,
  visibilityOverride,
} from '#db/schema/scorecards.ts'

/** Everybody with an account in use; a guest reads nobody's card but their own. */
export function listPossibleReaders(db: Db | Tx) {
  return db
    .select({ id: user.id, access: user.access })
    .from(user)
    .where(and(isNull(user.disabledAtMs), ne(user.access, 'guest')))
    .all()
}

export function listApplicationIds(db: Db | Tx, candidateId: string): string[] {
  return db
    .select({ id: application.id })
    .from(application)
    .where(eq(application.candidateId, candidateId))
    .all()
    .map((row) => row.id)
}

/** Who may look into these applications ahead of time. */
export function listOverridesOf(db: Db | Tx, applicationIds: readonly string[]) {
  return db
    .select({ applicationId: visibilityOverride.applicationId, userId: visibilityOverride.userId })
    .from(visibilityOverride)
    .where(inArray(visibilityOverride.applicationId, [...applicationIds]))
    .all()
}

/** The cards of these applications that somebody typed in for another, whatever became of them. */
export function listTypedCards(db: Db | Tx, applicationIds: readonly string[]) {
  return db
    .select({ scorecardId: scorecard.id, typistId: sql<string>`${scorecard.enteredBy}` })
    .from(scorecard)
    .innerJoin(session, eq(session.id, scorecard.sessionId))
    .where(
      and(
        inArray(session.applicationId, [...applicationIds]),
        isNotNull(scorecard.enteredBy),
        ne(scorecard.enteredBy, scorecard.interviewerId),
      ),
    )
    .all()
}

const readerKind = 'reader'
const readerId = (of: { candidateId: string; userId: string }) => `${of.candidateId}/${of.userId}`

/** Keeps for good, in the log that nobody can change, that somebody could read cards of a candidate until now. */
export function keepReader(
  tx: Tx,
  of: { candidateId: string; userId: string; actorId: string; atMs: number },
): void {
  recordAuditEvent(tx, {
    atMs: of.atMs,
    actorId: of.actorId,
    action: 'scorecard.could-read',
    subjectKind: readerKind,
    subjectId: readerId(of),
  })
}

/** Who of these could read cards of a candidate at some time and is kept for it. */
export function listKeptReaders(
  db: Db | Tx,
  of: { candidateId: string; userIds: readonly string[] },
): Set<string> {
  const ids = new Map(of.userIds.map((userId) => [readerId({ ...of, userId }), userId]))
  const rows = db
    .select({ subjectId: auditEvent.subjectId })
    .from(auditEvent)
    .where(and(eq(auditEvent.subjectKind, readerKind), inArray(auditEvent.subjectId, [...ids.keys()])))
    .all()
  return new Set(rows.flatMap(({ subjectId }) => ids.get(subjectId) ?? []))
}

export type OpenSeat = Pick<typeof sessionInterviewer.$inferSelect, 'sessionId' | 'userId' | 'seat'>

/** The seats with this candidate whose card is still to be handed in. */
export function listOpenSeats(db: Db | Tx, candidateId: string): OpenSeat[] {
  return db
    .select({
      sessionId: sessionInterviewer.sessionId,
      userId: sessionInterviewer.userId,
      seat: sessionInterviewer.seat,
    })
    .from(sessionInterviewer)
    .innerJoin(session, and(eq(session.id, sessionInterviewer.sessionId), eq(session.status, 'planned')))
    .innerJoin(
      application,
      and(
        eq(application.id, session.applicationId),
        eq(application.candidateId, candidateId),
        isNull(application.withdrawnAtMs),
      ),
    )
    .leftJoin(
      scorecard,
      and(eq(scorecard.sessionId, session.id), eq(scorecard.interviewerId, sessionInterviewer.userId)),
    )
    .where(and(isNull(sessionInterviewer.removedAtMs), isNull(scorecard.submittedAtMs)))
    .all()
}

/** Marks a seat for good: whoever sits in it could read others' cards before. */
export function markSeat(tx: Tx, of: Pick<OpenSeat, 'sessionId' | 'userId'>): void {
  tx.update(sessionInterviewer)
    .set({ couldReadOthers: true })
    .where(and(eq(sessionInterviewer.sessionId, of.sessionId), eq(sessionInterviewer.userId, of.userId)))
    .run()
}
