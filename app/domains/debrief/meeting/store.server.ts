import { and, asc, count, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { debrief, debriefTopic, finalRating } from '#db/schema/debrief.ts'
import { user } from '#db/schema/people.ts'
import { scorecard } from '#db/schema/scorecards.ts'
import type { FinalRating } from './final-ratings.ts'

/** A debrief that was started. */
export type Debrief = typeof debrief.$inferSelect

/** A point of the agenda that was noted, done or added, with the name of whoever wrote the note. */
export type TopicRow = typeof debriefTopic.$inferSelect & { userName: string }

export function findDebrief(db: Db | Tx, applicationId: string): Debrief | undefined {
  return db.select().from(debrief).where(eq(debrief.applicationId, applicationId)).get()
}

export function createDebrief(tx: Tx, row: typeof debrief.$inferInsert): void {
  tx.insert(debrief).values(row).run()
}

/** Changes where the meeting stands; `touchDebrief` tells those who look on. */
export function updateDebrief(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<Debrief, 'leadId' | 'speakers' | 'topicKey' | 'turn' | 'timerEndsAtMs' | 'lockedAtMs'>
  >,
): void {
  tx.update(debrief).set(change).where(eq(debrief.id, id)).run()
}

/** Counts a change that the people of the meeting see. */
export function touchDebrief(tx: Tx, id: string): void {
  tx.update(debrief)
    .set({ revision: sql`${debrief.revision} + 1` })
    .where(eq(debrief.id, id))
    .run()
}

/** The points that were noted or done, or added to the agenda. */
export function listTopics(db: Db | Tx, debriefId: string): TopicRow[] {
  return db
    .select({
      debriefId: debriefTopic.debriefId,
      topicKey: debriefTopic.topicKey,
      isDone: debriefTopic.isDone,
      note: debriefTopic.note,
      version: debriefTopic.version,
      userId: debriefTopic.userId,
      userName: user.name,
      atMs: debriefTopic.atMs,
    })
    .from(debriefTopic)
    .innerJoin(user, eq(user.id, debriefTopic.userId))
    .where(eq(debriefTopic.debriefId, debriefId))
    .orderBy(asc(debriefTopic.atMs), asc(debriefTopic.topicKey))
    .all()
}

/** Writes a point of the agenda, new or over the one that stands there. */
export function saveTopic(tx: Tx, row: typeof debriefTopic.$inferInsert): void {
  const { debriefId: _debriefId, topicKey: _topicKey, ...change } = row
  tx.insert(debriefTopic)
    .values(row)
    .onConflictDoUpdate({ target: [debriefTopic.debriefId, debriefTopic.topicKey], set: change })
    .run()
}

/** Takes a point off the agenda, unless something was noted of it. */
export function deleteTopic(tx: Tx, of: { debriefId: string; topicKey: string }): void {
  tx.delete(debriefTopic)
    .where(
      and(
        eq(debriefTopic.debriefId, of.debriefId),
        eq(debriefTopic.topicKey, of.topicKey),
        eq(debriefTopic.note, ''),
      ),
    )
    .run()
}

/** Every change of a final rating, with the name of whoever made it, oldest first. */
export function listFinalRatings(db: Db | Tx, debriefId: string): (FinalRating & { userName: string })[] {
  return db
    .select({
      scorecardId: finalRating.scorecardId,
      questionId: finalRating.questionId,
      version: finalRating.version,
      level: finalRating.level,
      reason: finalRating.reason,
      userId: finalRating.userId,
      userName: user.name,
      atMs: finalRating.atMs,
    })
    .from(finalRating)
    .innerJoin(user, eq(user.id, finalRating.userId))
    .where(eq(finalRating.debriefId, debriefId))
    .orderBy(asc(finalRating.atMs), asc(finalRating.version))
    .all()
}

/** Adds a change; one that stands stays. */
export function createFinalRating(tx: Tx, row: typeof finalRating.$inferInsert): void {
  tx.insert(finalRating).values(row).run()
}

export function findPersonName(db: Db | Tx, id: string): string | undefined {
  return db.select({ name: user.name }).from(user).where(eq(user.id, id)).get()?.name
}

/** How many scorecards each of these people had handed in before a moment; nobody without one is in it. */
export function countHandedIn(
  db: Db | Tx,
  of: { userIds: readonly string[]; beforeMs: number },
): Map<string, number> {
  const rows = db
    .select({ userId: scorecard.interviewerId, cards: count() })
    .from(scorecard)
    .where(
      and(
        inArray(scorecard.interviewerId, [...of.userIds]),
        isNotNull(scorecard.submittedAtMs),
        lt(scorecard.submittedAtMs, of.beforeMs),
      ),
    )
    .groupBy(scorecard.interviewerId)
    .all()
  return new Map(rows.map((row) => [row.userId, row.cards]))
}
