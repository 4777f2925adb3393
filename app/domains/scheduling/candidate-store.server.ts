import { and, asc, eq, exists, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/client.server.ts'
import { panel, role } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import { application, candidate, session, sessionInterviewer } from '#db/schema/scorecards.ts'

const held = alias(application, 'held')

/** Whose candidates: those that this person interviews, or all (null). */
export type Scope = { interviewerId: string | null }

/** Sessions that this person holds, joined to their applications. */
function ownSessions(db: Db | Tx, userId: string, which: SQL): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(sessionInterviewer)
      .innerJoin(session, eq(session.id, sessionInterviewer.sessionId))
      .innerJoin(held, eq(held.id, session.applicationId))
      .where(and(which, eq(sessionInterviewer.userId, userId), isNull(sessionInterviewer.removedAtMs))),
  )
}

function isInScope(db: Db | Tx, { interviewerId }: Scope): SQL | undefined {
  return interviewerId === null
    ? undefined
    : ownSessions(db, interviewerId, eq(held.candidateId, candidate.id))
}

function isApplicationInScope(db: Db | Tx, { interviewerId }: Scope): SQL | undefined {
  return interviewerId === null ? undefined : ownSessions(db, interviewerId, eq(held.id, application.id))
}

const candidateColumns = {
  id: candidate.id,
  code: candidate.code,
  name: candidate.name,
  email: candidate.email,
  cvUrl: candidate.cvUrl,
  createdAtMs: candidate.createdAtMs,
  erasedAtMs: candidate.erasedAtMs,
}
export type CandidateRow = Pick<typeof candidate.$inferSelect, keyof typeof candidateColumns>

export function createCandidate(tx: Tx, row: typeof candidate.$inferInsert): void {
  tx.insert(candidate).values(row).run()
}

/** A candidate whom one may see. */
export function findCandidate(db: Db | Tx, query: Scope & { id: string }): CandidateRow | undefined {
  return db
    .select(candidateColumns)
    .from(candidate)
    .where(and(eq(candidate.id, query.id), isInScope(db, query)))
    .get()
}

/** All candidates whom one may see, newest first. */
export function listCandidates(db: Db, scope: Scope): CandidateRow[] {
  return db
    .select(candidateColumns)
    .from(candidate)
    .where(isInScope(db, scope))
    .orderBy(sql`${candidate.createdAtMs} desc`, asc(candidate.code))
    .all()
}

/** What tells whether somebody is already there: code, name and e-mail of everybody not erased, and every code. */
export function listKnownCandidates(
  db: Db | Tx,
): { code: string; name: string | null; email: string | null }[] {
  return db
    .select({ code: candidate.code, name: candidate.name, email: candidate.email })
    .from(candidate)
    .all()
}

export function findCandidateByCode(db: Db | Tx, code: string): { id: string } | undefined {
  return db.select({ id: candidate.id }).from(candidate).where(eq(candidate.code, code)).get()
}

export type ApplicationRow = {
  id: string
  candidateId: string
  panelId: string
  panelName: string
  roleName: string
  /** Null while the panel was never published. */
  panelVersionId: string | null
  panelArchivedAtMs: number | null
  createdAtMs: number
  withdrawnAtMs: number | null
}

const applicationColumns = {
  id: application.id,
  candidateId: application.candidateId,
  panelId: application.panelId,
  panelName: panel.name,
  roleName: role.name,
  panelVersionId: panel.currentVersionId,
  panelArchivedAtMs: panel.archivedAtMs,
  createdAtMs: application.createdAtMs,
  withdrawnAtMs: application.withdrawnAtMs,
}

function selectApplications(db: Db | Tx) {
  return db
    .select(applicationColumns)
    .from(application)
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .innerJoin(panel, eq(panel.id, application.panelId))
    .innerJoin(role, eq(role.id, panel.roleId))
}

/** A candidate on a panel, when one may see the candidate. */
export function findApplication(db: Db | Tx, query: Scope & { id: string }): ApplicationRow | undefined {
  return selectApplications(db)
    .where(and(eq(application.id, query.id), isApplicationInScope(db, query)))
    .get()
}

export function findApplicationOn(
  db: Db | Tx,
  query: { candidateId: string; panelId: string },
): ApplicationRow | undefined {
  return selectApplications(db)
    .where(and(eq(application.candidateId, query.candidateId), eq(application.panelId, query.panelId)))
    .get()
}

/** The panels of one candidate, or (without one) of all candidates whom one may see. */
export function listApplications(db: Db, query: Scope & { candidateId?: string }): ApplicationRow[] {
  return selectApplications(db)
    .where(
      and(
        query.candidateId === undefined ? undefined : eq(application.candidateId, query.candidateId),
        isApplicationInScope(db, query),
      ),
    )
    .orderBy(asc(application.createdAtMs))
    .all()
}

export function createApplication(tx: Tx, row: typeof application.$inferInsert): void {
  tx.insert(application).values(row).run()
}

export function setWithdrawn(tx: Tx, change: { applicationId: string; atMs: number | null }): void {
  tx.update(application)
    .set({ withdrawnAtMs: change.atMs })
    .where(eq(application.id, change.applicationId))
    .run()
}

export function setCvUrl(tx: Tx, change: { candidateId: string; cvUrl: string | null }): void {
  tx.update(candidate).set({ cvUrl: change.cvUrl }).where(eq(candidate.id, change.candidateId)).run()
}

export type OpenPanel = { id: string; name: string; roleName: string; isPublished: boolean }

/** The panels that a candidate can be put on: those not archived. */
export function listOpenPanels(db: Db | Tx): OpenPanel[] {
  return db
    .select({
      id: panel.id,
      name: panel.name,
      roleName: role.name,
      isPublished: sql<boolean>`${isNotNull(panel.currentVersionId)}`.mapWith(Boolean),
    })
    .from(panel)
    .innerJoin(role, eq(role.id, panel.roleId))
    .where(isNull(panel.archivedAtMs))
    .orderBy(asc(panel.name))
    .all()
}

/** For each candidate whom one may see: how many interviews are planned, and when the next one starts. */
export function listPlannedCounts(
  db: Db,
  query: Scope & { now: number },
): { candidateId: string; planned: number; nextAtMs: number | null }[] {
  return db
    .select({
      candidateId: application.candidateId,
      planned: sql<number>`count(*)`.mapWith(Number),
      nextAtMs: sql<
        number | null
      >`min(case when ${session.startsAtMs} >= ${query.now} then ${session.startsAtMs} end)`,
    })
    .from(session)
    .innerJoin(application, eq(application.id, session.applicationId))
    .where(
      and(eq(session.status, 'planned'), isNull(application.withdrawnAtMs), isApplicationInScope(db, query)),
    )
    .groupBy(application.candidateId)
    .all()
}

/** Whether anybody but this person has an account. */
export function hasOtherPeople(db: Db, userId: string): boolean {
  return (
    db
      .select({ id: user.id })
      .from(user)
      .where(and(ne(user.id, userId), ne(user.access, 'guest')))
      .limit(1)
      .get() !== undefined
  )
}
