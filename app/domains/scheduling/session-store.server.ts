import { and, asc, eq, exists, gte, inArray, isNull, lt, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import type { Db, Tx } from '#db/client.server.ts'
import { panel, panelVersion } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import {
  application,
  candidate,
  fieldOp,
  scorecard,
  scorecardField,
  session,
  sessionInterviewer,
} from '#db/schema/scorecards.ts'
import type { Scope } from './candidate-store.server.ts'

const sessionColumns = {
  id: session.id,
  applicationId: session.applicationId,
  panelVersionId: session.panelVersionId,
  panelVersion: panelVersion.number,
  panelForm: panelVersion.form,
  interviewId: session.interviewId,
  startsAtMs: session.startsAtMs,
  status: session.status,
  candidateId: candidate.id,
  candidateCode: candidate.code,
  candidateName: candidate.name,
  panelId: panel.id,
  panelName: panel.name,
  withdrawnAtMs: application.withdrawnAtMs,
}

function selectSessions(db: Db | Tx) {
  return db
    .select(sessionColumns)
    .from(session)
    .innerJoin(application, eq(application.id, session.applicationId))
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .innerJoin(panel, eq(panel.id, application.panelId))
    .innerJoin(panelVersion, eq(panelVersion.id, session.panelVersionId))
}
export type SessionRow = NonNullable<ReturnType<ReturnType<typeof selectSessions>['get']>>

function isOwn(db: Db | Tx, scope: Scope): SQL | undefined {
  if (scope.interviewerId === null) return undefined
  return exists(
    db
      .select({ one: sql`1` })
      .from(sessionInterviewer)
      .where(
        and(
          eq(sessionInterviewer.sessionId, session.id),
          eq(sessionInterviewer.userId, scope.interviewerId),
          isNull(sessionInterviewer.removedAtMs),
        ),
      ),
  )
}

/** A session that one may see. */
export function findSession(db: Db | Tx, query: Scope & { id: string }): SessionRow | undefined {
  return selectSessions(db)
    .where(and(eq(session.id, query.id), isOwn(db, query)))
    .get()
}

/** The sessions of one candidate on one panel, by time; those without a time last. */
export function listSessionsOfApplication(
  db: Db | Tx,
  query: { applicationId: string } & Partial<Scope>,
): SessionRow[] {
  return selectSessions(db)
    .where(
      and(
        eq(session.applicationId, query.applicationId),
        isOwn(db, { interviewerId: query.interviewerId ?? null }),
      ),
    )
    .orderBy(sql`${session.startsAtMs} is null`, asc(session.startsAtMs), asc(session.id))
    .all()
}

/** The planned sessions on a panel that one may see, of candidates who are still on it, by time; those without a time last. */
export function listPlannedOfPanel(db: Db | Tx, query: Scope & { panelId: string }): SessionRow[] {
  return selectSessions(db)
    .where(
      and(
        eq(application.panelId, query.panelId),
        eq(session.status, 'planned'),
        isNull(application.withdrawnAtMs),
        isNull(candidate.erasedAtMs),
        isOwn(db, query),
      ),
    )
    .orderBy(sql`${session.startsAtMs} is null`, asc(session.startsAtMs), asc(session.id))
    .all()
}

/** The sessions that one may see and that start within a span, by time. Open ends are left out of the query. */
export function listSessionsBetween(
  db: Db | Tx,
  query: Scope & { fromMs: number | null; toMs: number | null },
): SessionRow[] {
  return selectSessions(db)
    .where(
      and(
        query.fromMs === null ? undefined : gte(session.startsAtMs, query.fromMs),
        query.toMs === null ? undefined : lt(session.startsAtMs, query.toMs),
        isNull(candidate.erasedAtMs),
        isOwn(db, query),
      ),
    )
    .orderBy(sql`${session.startsAtMs} is null`, asc(session.startsAtMs), asc(session.id))
    .all()
}

/** Planned sessions of these people, or of this candidate, that start within a span. */
export function listBookedSessions(
  db: Db | Tx,
  query: { userIds: readonly string[]; candidateId: string; fromMs: number; toMs: number },
): SessionRow[] {
  return selectSessions(db)
    .where(
      and(
        eq(session.status, 'planned'),
        isNull(application.withdrawnAtMs),
        or(
          eq(candidate.id, query.candidateId),
          and(
            gte(session.startsAtMs, query.fromMs),
            lt(session.startsAtMs, query.toMs),
            inArray(
              session.id,
              db
                .select({ id: sessionInterviewer.sessionId })
                .from(sessionInterviewer)
                .where(
                  and(
                    inArray(sessionInterviewer.userId, [...query.userIds]),
                    isNull(sessionInterviewer.removedAtMs),
                  ),
                ),
            ),
          ),
        ),
      ),
    )
    .all()
}

export type SessionPerson = {
  sessionId: string
  userId: string
  name: string
  seat: Seat
  isGuest: boolean
  addedAtMs: number
  removedAtMs: number | null
  scorecardId: string | null
  checkedInAtMs: number | null
  submittedAtMs: number | null
}

/** Who interviews or shadows in these sessions, the removed too, with the card each of them has. */
export function listSessionPeople(db: Db | Tx, sessionIds: readonly string[]): SessionPerson[] {
  const people: SessionPerson[] = []
  for (let i = 0; i < sessionIds.length; i += 500)
    people.push(
      ...db
        .select({
          sessionId: sessionInterviewer.sessionId,
          userId: sessionInterviewer.userId,
          name: user.name,
          seat: sessionInterviewer.seat,
          isGuest: sql<boolean>`${user.access} = 'guest'`.mapWith(Boolean),
          addedAtMs: sessionInterviewer.addedAtMs,
          removedAtMs: sessionInterviewer.removedAtMs,
          scorecardId: scorecard.id,
          checkedInAtMs: scorecard.checkedInAtMs,
          submittedAtMs: scorecard.submittedAtMs,
        })
        .from(sessionInterviewer)
        .innerJoin(user, eq(user.id, sessionInterviewer.userId))
        .leftJoin(
          scorecard,
          and(
            eq(scorecard.sessionId, sessionInterviewer.sessionId),
            eq(scorecard.interviewerId, sessionInterviewer.userId),
          ),
        )
        .where(inArray(sessionInterviewer.sessionId, sessionIds.slice(i, i + 500)))
        .orderBy(asc(sessionInterviewer.addedAtMs), asc(user.name))
        .all(),
    )
  return people
}

/** The frozen panel that a session belongs to. */
export function findSnapshot(db: Db | Tx, versionId: string): PanelSnapshot | undefined {
  return db
    .select({ snapshot: panelVersion.snapshot })
    .from(panelVersion)
    .where(eq(panelVersion.id, versionId))
    .get()?.snapshot
}

export type Interviewer = { id: string; name: string }

/** Everybody who can be put down to interview: all accounts in use but observers. A guest belongs to one session. */
export function listPossibleInterviewers(db: Db | Tx): Interviewer[] {
  return db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(and(isNull(user.disabledAtMs), notInArray(user.access, ['observer', 'guest'])))
    .orderBy(asc(user.name))
    .all()
}

export function createSession(tx: Tx, row: typeof session.$inferInsert): void {
  tx.insert(session).values(row).run()
}

/** Puts a person into a session, again if they were removed, with a card to fill. */
export function addInterviewer(
  tx: Tx,
  row: { sessionId: string; userId: string; seat: Seat; atMs: number; newScorecardId: string },
): void {
  const { sessionId, userId, seat, atMs } = row
  tx.insert(sessionInterviewer)
    .values({ sessionId, userId, seat, addedAtMs: atMs })
    .onConflictDoUpdate({
      target: [sessionInterviewer.sessionId, sessionInterviewer.userId],
      set: { removedAtMs: null, seat },
    })
    .run()
  tx.insert(scorecard)
    .values({ id: row.newScorecardId, sessionId, interviewerId: userId, status: 'draft', createdAtMs: atMs })
    .onConflictDoNothing()
    .run()
}

/** Changes when a session is held, or whether. */
export function updateSession(
  tx: Tx,
  sessionId: string,
  change: Partial<Pick<typeof session.$inferInsert, 'startsAtMs' | 'status'>>,
): void {
  tx.update(session).set(change).where(eq(session.id, sessionId)).run()
}

/** Changes how a person sits in a session. */
export function updateSeat(tx: Tx, of: { sessionId: string; userId: string; seat: Seat }): void {
  tx.update(sessionInterviewer)
    .set({ seat: of.seat })
    .where(and(eq(sessionInterviewer.sessionId, of.sessionId), eq(sessionInterviewer.userId, of.userId)))
    .run()
}

/** Takes a person out of a session; what they wrote stays theirs. */
export function removeInterviewer(tx: Tx, row: { sessionId: string; userId: string; atMs: number }): void {
  tx.update(sessionInterviewer)
    .set({ removedAtMs: row.atMs })
    .where(and(eq(sessionInterviewer.sessionId, row.sessionId), eq(sessionInterviewer.userId, row.userId)))
    .run()
}

/** Whether a card was ever begun: anything recorded on it, handed in or not, or its interviewer checked in. */
export function hasRecordedAnything(tx: Tx, scorecardId: string): boolean {
  const field = tx
    .select({ id: scorecardField.scorecardId })
    .from(scorecardField)
    .where(eq(scorecardField.scorecardId, scorecardId))
    .limit(1)
    .get()
  const op = tx
    .select({ id: fieldOp.scorecardId })
    .from(fieldOp)
    .where(eq(fieldOp.scorecardId, scorecardId))
    .limit(1)
    .get()
  const card = tx
    .select({
      checkedInAtMs: scorecard.checkedInAtMs,
      submittedAtMs: scorecard.submittedAtMs,
      enteredBy: scorecard.enteredBy,
    })
    .from(scorecard)
    .where(eq(scorecard.id, scorecardId))
    .get()
  const begun = card?.submittedAtMs ?? card?.enteredBy ?? card?.checkedInAtMs ?? null
  return field !== undefined || op !== undefined || begun !== null
}

/** Takes a person off a session without a trace: nothing was recorded. */
export function deleteInterviewer(tx: Tx, of: { sessionId: string; userId: string }): void {
  tx.delete(scorecard)
    .where(and(eq(scorecard.sessionId, of.sessionId), eq(scorecard.interviewerId, of.userId)))
    .run()
  tx.delete(sessionInterviewer)
    .where(and(eq(sessionInterviewer.sessionId, of.sessionId), eq(sessionInterviewer.userId, of.userId)))
    .run()
}
