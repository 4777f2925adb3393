import { and, avg, count, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { questionStars } from '#db/schema/question-bank.ts'

type Given = { questionId: string; userId: string }

/** The mean of the stars of a question, and of how many people. */
export function readStars(db: Db, questionId: string): { mean: number | null; people: number } {
  const row = db
    .select({ mean: avg(questionStars.stars).mapWith(Number), people: count() })
    .from(questionStars)
    .where(eq(questionStars.questionId, questionId))
    .get()
  return { mean: row?.mean ?? null, people: row?.people ?? 0 }
}

/** The stars that one person gave. */
export function findStars(db: Db, given: Given): number | null {
  const row = db.select({ stars: questionStars.stars }).from(questionStars).where(isOf(given)).get()
  return row?.stars ?? null
}

/** Puts somebody's stars in the place of those they gave before. */
export function saveStars(tx: Tx, row: typeof questionStars.$inferInsert): void {
  const { stars, atMs } = row
  tx.insert(questionStars)
    .values(row)
    .onConflictDoUpdate({ target: [questionStars.questionId, questionStars.userId], set: { stars, atMs } })
    .run()
}

/** Takes somebody's stars back. */
export function deleteStars(tx: Tx, given: Given): void {
  tx.delete(questionStars).where(isOf(given)).run()
}

function isOf({ questionId, userId }: Given) {
  return and(eq(questionStars.questionId, questionId), eq(questionStars.userId, userId))
}
