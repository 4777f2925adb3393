import { and, asc, eq, exists, inArray, isNull, lt, lte, or, gt, sql } from 'drizzle-orm'
import { sealAfterMs } from '#app/domains/scorecards/scorecard.ts'
import type { Db, Tx } from '#db/client.server.ts'
import { panel } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import {
  application,
  candidate,
  scorecard,
  scorecardField,
  session,
  sessionInterviewer,
} from '#db/schema/scorecards.ts'

/**
 * The seats whose card is not handed in for good, of planned sessions that have begun; none of candidates withdrawn or
 * erased, of archived panels, of people taken out. Of the cards it tells only whether anything was written.
 * @param query `personId` keeps one person's
 */
export function listOwedSeats(db: Db | Tx, query: { now: number; personId?: string }) {
  return db
    .select({
      sessionId: session.id,
      panelVersionId: session.panelVersionId,
      interviewId: session.interviewId,
      startsAtMs: session.startsAtMs,
      personId: user.id,
      personName: user.name,
      email: user.email,
      access: user.access,
      disabledAtMs: user.disabledAtMs,
      seat: sessionInterviewer.seat,
      remindedAtMs: sessionInterviewer.remindedAtMs,
      scorecardId: scorecard.id,
      hasDraft: exists(
        db
          .select({ one: sql`1` })
          .from(scorecardField)
          .where(eq(scorecardField.scorecardId, scorecard.id)),
      ).mapWith(Boolean),
      candidateId: candidate.id,
      candidateName: candidate.name,
      candidateCode: candidate.code,
      panelId: panel.id,
      panelName: panel.name,
    })
    .from(session)
    .innerJoin(application, eq(application.id, session.applicationId))
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .innerJoin(panel, eq(panel.id, application.panelId))
    .innerJoin(sessionInterviewer, eq(sessionInterviewer.sessionId, session.id))
    .innerJoin(user, eq(user.id, sessionInterviewer.userId))
    .leftJoin(
      scorecard,
      and(eq(scorecard.sessionId, session.id), eq(scorecard.interviewerId, sessionInterviewer.userId)),
    )
    .where(
      and(
        eq(session.status, 'planned'),
        lte(session.startsAtMs, query.now),
        isNull(sessionInterviewer.removedAtMs),
        isNull(application.withdrawnAtMs),
        isNull(candidate.erasedAtMs),
        isNull(panel.archivedAtMs),
        or(
          isNull(scorecard.submittedAtMs),
          // As `isSealed` has it, both ways: a clock that was set back makes nobody owe what they handed in.
          and(
            gt(scorecard.submittedAtMs, query.now - sealAfterMs),
            lt(scorecard.submittedAtMs, query.now + sealAfterMs),
          ),
        ),
        query.personId === undefined ? undefined : eq(user.id, query.personId),
      ),
    )
    .orderBy(asc(session.startsAtMs), asc(session.id), asc(user.id))
    .all()
}

/** Notes when a person was reminded of these sessions; null takes the note back. */
export function updateReminded(
  tx: Tx,
  of: { personId: string; sessionIds: readonly string[]; atMs: number | null },
): void {
  tx.update(sessionInterviewer)
    .set({ remindedAtMs: of.atMs })
    .where(
      and(
        eq(sessionInterviewer.userId, of.personId),
        inArray(sessionInterviewer.sessionId, [...of.sessionIds]),
      ),
    )
    .run()
}
