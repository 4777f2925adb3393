import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/client.server.ts'
import { user } from '#db/schema/people.ts'
import {
  application,
  scorecard,
  session,
  sessionInterviewer,
  visibilityOverride,
} from '#db/schema/scorecards.ts'

const elsewhere = alias(application, 'elsewhere')

/**
 * The cards that a person owes or handed in of the same candidates on other panels.
 * @returns `applicationId` is the one that was asked about
 */
export function listOwnCardsElsewhere(
  db: Db | Tx,
  of: { userId: string; applicationIds: readonly string[] },
): { applicationId: string; submittedAtMs: number | null }[] {
  if (of.applicationIds.length === 0) return []
  return db
    .select({ applicationId: application.id, submittedAtMs: scorecard.submittedAtMs })
    .from(application)
    .innerJoin(
      elsewhere,
      and(eq(elsewhere.candidateId, application.candidateId), ne(elsewhere.id, application.id)),
    )
    .innerJoin(session, and(eq(session.applicationId, elsewhere.id), eq(session.status, 'planned')))
    .innerJoin(
      sessionInterviewer,
      and(
        eq(sessionInterviewer.sessionId, session.id),
        eq(sessionInterviewer.userId, of.userId),
        isNull(sessionInterviewer.removedAtMs),
      ),
    )
    .leftJoin(scorecard, and(eq(scorecard.sessionId, session.id), eq(scorecard.interviewerId, of.userId)))
    .where(and(inArray(application.id, [...of.applicationIds]), isNull(elsewhere.withdrawnAtMs)))
    .all()
}

/** The applications among these that this person may look into ahead of time. */
export function listOverriddenApplications(
  db: Db | Tx,
  query: { userId: string; applicationIds: readonly string[] },
): Set<string> {
  const rows = db
    .select({ applicationId: visibilityOverride.applicationId })
    .from(visibilityOverride)
    .where(
      and(
        eq(visibilityOverride.userId, query.userId),
        inArray(visibilityOverride.applicationId, [...query.applicationIds]),
      ),
    )
    .all()
  return new Set(rows.map((row) => row.applicationId))
}

/** Who looked ahead at an application, when and why. */
export function listOverrides(db: Db, applicationId: string) {
  return db
    .select({ userName: user.name, reason: visibilityOverride.reason, atMs: visibilityOverride.atMs })
    .from(visibilityOverride)
    .innerJoin(user, eq(user.id, visibilityOverride.userId))
    .where(eq(visibilityOverride.applicationId, applicationId))
    .orderBy(asc(visibilityOverride.atMs))
    .all()
}

/** Adds an override; the same person's second one keeps the first reason. */
export function createOverride(tx: Tx, row: typeof visibilityOverride.$inferInsert): void {
  tx.insert(visibilityOverride).values(row).onConflictDoNothing().run()
}
