import { and, count, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { user } from '#db/schema/people.ts'
import { question, questionPair, questionVersion } from '#db/schema/question-bank.ts'
import type { Question } from '#rubrics/content.schema.ts'
import type { ComparedQuestion, DuplicateVerdict, StoredVerdict } from './near-duplicate.ts'

/** A text that changes whenever a question in use is added, reworded, archived or brought back, and never otherwise. */
export function readBankState(db: Db): string {
  const row = db.get<{ state: string | null }>(sql`
    SELECT group_concat(id || ' ' || hash, char(10)) AS state FROM (
      SELECT ${question.id} AS id, ${questionVersion.contentHash} AS hash FROM ${question}
      JOIN ${questionVersion} ON ${questionVersion.id} = ${question.currentVersionId}
      WHERE ${question.archivedAtMs} IS NULL ORDER BY ${question.id})`)
  return row?.state ?? ''
}

/** How many questions are in use. */
export function countQuestionsInUse(db: Db): number {
  const row = db.select({ all: count() }).from(question).where(isNull(question.archivedAtMs)).get()
  return row?.all ?? 0
}

/** Every question in use, by id, with what it is compared by. */
export function listComparedQuestions(db: Db): ComparedQuestion[] {
  return db
    .select({ body: questionVersion.body })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(isNull(question.archivedAtMs))
    .orderBy(question.id)
    .all()
    .map((row) => comparedOf(row.body))
}

/** What a question is compared by. */
export function comparedOf(content: Question): ComparedQuestion {
  const { id, title, prompt, intent, rubrics, tags = [], primaryCompetency } = content
  const anchors = rubrics.flatMap((rubric) => rubric.anchors.map((anchor) => anchor.text))
  return { id, title, prompt, intent, anchors, tags, competencyId: primaryCompetency }
}

/** Every verdict, or those on one question, with the name of who gave it; the newest first. */
export function listVerdicts(db: Db, questionId?: string): StoredVerdict[] {
  return db
    .select({
      aId: questionPair.aId,
      bId: questionPair.bId,
      verdict: questionPair.verdict,
      decidedByName: user.name,
    })
    .from(questionPair)
    .innerJoin(user, eq(user.id, questionPair.decidedBy))
    .where(
      questionId === undefined
        ? undefined
        : or(eq(questionPair.aId, questionId), eq(questionPair.bId, questionId)),
    )
    .orderBy(sql`${questionPair.atMs} DESC`)
    .all()
}

type Pair = { aId: string; bId: string }

function isPair({ aId, bId }: Pair) {
  return and(eq(questionPair.aId, aId), eq(questionPair.bId, bId))
}

/** What stands about a pair, null when nothing does. */
export function findVerdict(tx: Tx, pair: Pair): DuplicateVerdict | null {
  const row = tx.select({ verdict: questionPair.verdict }).from(questionPair).where(isPair(pair)).get()
  return row?.verdict ?? null
}

/** Keeps a verdict in place of whatever was said before. */
export function saveVerdict(
  tx: Tx,
  given: Pair & { verdict: DuplicateVerdict; decidedBy: string; atMs: number },
): void {
  const { verdict, decidedBy, atMs } = given
  tx.insert(questionPair)
    .values(given)
    .onConflictDoUpdate({
      target: [questionPair.aId, questionPair.bId],
      set: { verdict, decidedBy, atMs },
    })
    .run()
}

export function deleteVerdict(tx: Tx, pair: Pair): void {
  tx.delete(questionPair).where(isPair(pair)).run()
}

/** Whether a question is known to the bank, archived or not. */
export function hasQuestion(tx: Tx, id: string): boolean {
  return tx.select({ id: question.id }).from(question).where(eq(question.id, id)).get() !== undefined
}
