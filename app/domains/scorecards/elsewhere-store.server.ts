import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/client.server.ts'
import { application, scorecard, session, sessionInterviewer } from '#db/schema/scorecards.ts'

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
