import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import {
  importBatch,
  importedItem,
  question,
  questionDraft,
  questionVersion,
} from '#db/schema/question-bank.ts'
import type { QuestionDraft } from '../question-draft.ts'
import type { ImportedItemRow } from './imported-items.ts'

/** Keeps what stood in a document beside the draft or the question that it became. */
export function insertImportedItem(tx: Tx, row: typeof importedItem.$inferInsert): void {
  tx.insert(importedItem).values(row).run()
}

/** Begins a draft of a new question. */
export function insertImportedDraft(
  tx: Tx,
  draft: { id: string; body: QuestionDraft; createdBy: string; now: number },
): void {
  const { id, body, createdBy, now } = draft
  tx.insert(questionDraft)
    .values({ id, body, revision: 1, createdBy, createdAtMs: now, updatedAtMs: now })
    .run()
}

/** Whether something has, or ever had, this id. */
export function isQuestionId(db: Db | Tx, id: string): boolean {
  return db.select({ id: question.id }).from(question).where(eq(question.id, id)).get() !== undefined
}

/** What came in with a batch, in the order of its document, and what became of each. */
export function listImportedItems(db: Db | Tx, batchId: string): ImportedItemRow[] {
  return db
    .select({
      ordinal: importedItem.ordinal,
      sourceText: importedItem.sourceText,
      draft: {
        id: questionDraft.id,
        body: questionDraft.body,
        revision: questionDraft.revision,
        discardedAtMs: questionDraft.discardedAtMs,
      },
      questionId: question.id,
      title: questionVersion.title,
      broughtBy: questionVersion.batchId,
    })
    .from(importedItem)
    .leftJoin(questionDraft, eq(questionDraft.id, importedItem.draftId))
    .leftJoin(question, eq(question.id, importedItem.questionId))
    .leftJoin(
      questionVersion,
      and(eq(questionVersion.questionId, question.id), eq(questionVersion.number, 1)),
    )
    .where(eq(importedItem.batchId, batchId))
    .orderBy(asc(importedItem.ordinal))
    .all()
    .map(({ questionId, title, broughtBy, ...row }) => ({
      ...row,
      question: questionId === null ? null : { id: questionId, title: title ?? questionId, broughtBy },
    }))
}

/** Takes away the drafts of a batch that nobody has changed, and those that were thrown away. */
export function removeUntouchedDrafts(tx: Tx, batchId: string): void {
  const drafts = tx
    .select({
      id: questionDraft.id,
      revision: questionDraft.revision,
      discardedAtMs: questionDraft.discardedAtMs,
    })
    .from(importedItem)
    .innerJoin(questionDraft, eq(questionDraft.id, importedItem.draftId))
    .where(and(eq(importedItem.batchId, batchId), isNotNull(importedItem.draftId)))
    .all()
  for (const draft of drafts)
    if (draft.revision === 1 || draft.discardedAtMs !== null)
      tx.delete(questionDraft).where(eq(questionDraft.id, draft.id)).run()
}

/** An import that brought a text before. */
export type EarlierImport = { id: string; name: string }

/**
 * The imports, not undone, that brought any of these texts, by the text.
 * @param createdBy only this person's imports; everybody's when null
 */
export function findEarlierImports(
  db: Db,
  sourceTexts: readonly string[],
  createdBy: string | null,
): Map<string, EarlierImport> {
  const rows = db
    .select({ sourceText: importedItem.sourceText, id: importBatch.id, name: importBatch.name })
    .from(importedItem)
    .innerJoin(importBatch, eq(importBatch.id, importedItem.batchId))
    .where(
      and(
        inArray(importedItem.sourceText, [...sourceTexts]),
        isNull(importBatch.undoneAtMs),
        createdBy === null ? undefined : eq(importBatch.createdBy, createdBy),
      ),
    )
    .orderBy(asc(importBatch.createdAtMs))
    .all()
  return new Map(rows.map(({ sourceText, ...batch }) => [sourceText, batch]))
}
