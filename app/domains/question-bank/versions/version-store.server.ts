import { and, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { user } from '#db/schema/people.ts'
import { contentVersion, importBatch, questionVersion } from '#db/schema/question-bank.ts'
import type { Competency, Question, Role } from '#rubrics/content.schema.ts'
import type { StoredVersion } from './version-items.ts'

/** The versions of a question with their content, the newest first. */
export function listQuestionVersions(db: Db | Tx, questionId: string): StoredVersion<Question>[] {
  return db
    .select({
      id: questionVersion.id,
      number: questionVersion.number,
      body: questionVersion.body,
      createdAtMs: questionVersion.createdAtMs,
      authorId: questionVersion.createdBy,
      authorName: user.name,
      batchName: importBatch.name,
    })
    .from(questionVersion)
    .leftJoin(user, eq(user.id, questionVersion.createdBy))
    .leftJoin(importBatch, eq(importBatch.id, questionVersion.batchId))
    .where(eq(questionVersion.questionId, questionId))
    .orderBy(desc(questionVersion.number))
    .all()
    .map(named)
}

/** The versions of a competency or a role with their content, the newest first; the caller knows which of the two. */
export function listContentVersions(
  db: Db | Tx,
  kind: 'competency' | 'role',
  itemId: string,
): StoredVersion<Competency | Role>[] {
  return db
    .select({
      id: contentVersion.id,
      number: contentVersion.number,
      body: contentVersion.body,
      createdAtMs: contentVersion.createdAtMs,
      authorId: contentVersion.createdBy,
      authorName: user.name,
      batchName: importBatch.name,
    })
    .from(contentVersion)
    .leftJoin(user, eq(user.id, contentVersion.createdBy))
    .leftJoin(importBatch, eq(importBatch.id, contentVersion.batchId))
    .where(and(eq(contentVersion.kind, kind), eq(contentVersion.itemId, itemId)))
    .orderBy(desc(contentVersion.number))
    .all()
    .map(named)
}

function named<T extends { authorId: string | null; authorName: string | null }>(row: T) {
  const { authorId, ...version } = row
  return { ...version, authorName: authorId === null ? null : (row.authorName ?? 'Somebody') }
}
