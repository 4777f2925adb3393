import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Db } from '#db/client.server.ts'
import { watchTables } from '#db/watch-tables.server.ts'
import { pastPerson, pastRating, pastRound } from '#db/schema/past-rounds.ts'
import { panel, panelVersion } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import {
  application,
  candidate,
  scorecard,
  scorecardField,
  session,
  sessionInterviewer,
  visibilityOverride,
} from '#db/schema/scorecards.ts'

/**
 * Changes with whatever a comparison is made of. What somebody types into a scorecard changes it once that is handed in: until then no
 * comparison reads it, the writer's own neither.
 */
export const readComparisonStamp = watchTables('comparison', [
  { table: panel },
  { table: panelVersion },
  { table: pastRound },
  { table: pastPerson },
  { table: pastRating },
  { table: candidate },
  { table: application },
  { table: session },
  { table: sessionInterviewer },
  { table: user },
  { table: visibilityOverride },
  { table: scorecard },
  {
    table: scorecardField,
    when: '(select submitted_at_ms from scorecard where id = new.scorecard_id) is not null',
  },
])

/** A panel version with what it froze. */
export type VersionRow = {
  id: string
  number: number
  snapshot: PanelSnapshot
  isCurrent: boolean
  /** It says the same as the current version, or as a form of it. */
  isAsNow: boolean
}

/** Every published version of a panel, newest first; none for an unknown panel. */
export function listVersions(db: Db, panelId: string): VersionRow[] {
  const rows = db
    .select({
      id: panelVersion.id,
      number: panelVersion.number,
      snapshot: panelVersion.snapshot,
      currentVersionId: panel.currentVersionId,
      isAsNow: sql<boolean>`exists (
        select 1 from panel_version as shown join panel_version as now
          on now.panel_id = shown.panel_id and now.number = shown.number
        where shown.id = ${panel.currentVersionId} and now.snapshot = ${panelVersion.snapshot})`.mapWith(
        Boolean,
      ),
    })
    .from(panelVersion)
    .innerJoin(panel, eq(panel.id, panelVersion.panelId))
    .where(eq(panelVersion.panelId, panelId))
    .all()
  return rows
    .map(({ currentVersionId, ...row }) => ({ ...row, isCurrent: row.id === currentVersionId }))
    .sort((a, b) => b.number - a.number)
}

export function findPanelName(db: Db, panelId: string): string | undefined {
  return db.select({ name: panel.name }).from(panel).where(eq(panel.id, panelId)).get()?.name
}

export type ApplicationRow = {
  applicationId: string
  panelId: string
  panelName: string
  panelArchivedAtMs: number | null
  candidateId: string
  code: string
  name: string | null
  withdrawnAtMs: number | null
  erasedAtMs: number | null
}

/**
 * The candidates of a panel, or one of them by `applicationId`; of all panels without either.
 * @param query `interviewerId` keeps those whom this person interviews; null keeps all
 */
export function listApplications(
  db: Db,
  query: { panelId?: string; applicationId?: string; interviewerId: string | null },
): ApplicationRow[] {
  const { panelId, applicationId, interviewerId } = query
  return db
    .select({
      applicationId: application.id,
      panelId: application.panelId,
      panelName: panel.name,
      panelArchivedAtMs: panel.archivedAtMs,
      candidateId: candidate.id,
      code: candidate.code,
      name: candidate.name,
      withdrawnAtMs: application.withdrawnAtMs,
      erasedAtMs: candidate.erasedAtMs,
    })
    .from(application)
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .innerJoin(panel, eq(panel.id, application.panelId))
    .where(
      and(
        panelId === undefined ? undefined : eq(application.panelId, panelId),
        applicationId === undefined ? undefined : eq(application.id, applicationId),
        interviewerId === null
          ? undefined
          : inArray(
              application.id,
              db
                .select({ id: session.applicationId })
                .from(session)
                .innerJoin(sessionInterviewer, eq(sessionInterviewer.sessionId, session.id))
                .where(
                  and(eq(sessionInterviewer.userId, interviewerId), isNull(sessionInterviewer.removedAtMs)),
                ),
            ),
      ),
    )
    .orderBy(asc(application.createdAtMs), asc(application.id))
    .all()
}

export type SessionRow = {
  applicationId: string
  sessionId: string
  panelVersionId: string
  interviewId: string
  startsAtMs: number | null
  status: 'planned' | 'cancelled' | 'no-show'
  interviewers: { id: string; name: string; seat: Seat }[]
}

/** The sessions of these applications in the order they are held, with those who interview or sit in as shadows. */
export function listSessions(db: Db, applicationIds: readonly string[]): SessionRow[] {
  if (applicationIds.length === 0) return []
  const rows = db
    .select({
      applicationId: session.applicationId,
      sessionId: session.id,
      panelVersionId: session.panelVersionId,
      interviewId: session.interviewId,
      startsAtMs: session.startsAtMs,
      status: session.status,
      interviewerId: user.id,
      interviewerName: user.name,
      seat: sessionInterviewer.seat,
    })
    .from(session)
    .leftJoin(
      sessionInterviewer,
      and(eq(sessionInterviewer.sessionId, session.id), isNull(sessionInterviewer.removedAtMs)),
    )
    .leftJoin(user, eq(user.id, sessionInterviewer.userId))
    .where(inArray(session.applicationId, [...applicationIds]))
    .orderBy(asc(session.startsAtMs), asc(session.id), asc(sessionInterviewer.addedAtMs), asc(user.id))
    .all()
  const sessions = new Map<string, SessionRow>()
  for (const { interviewerId, interviewerName, seat, ...row } of rows) {
    const entry = sessions.get(row.sessionId) ?? { ...row, interviewers: [] }
    if (interviewerId !== null && interviewerName !== null && seat !== null) {
      entry.interviewers.push({ id: interviewerId, name: interviewerName, seat })
    }
    sessions.set(row.sessionId, entry)
  }
  return [...sessions.values()]
}
