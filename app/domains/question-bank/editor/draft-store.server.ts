import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { user } from '#db/schema/people.ts'
import { importBatch, importedItem, questionDraft } from '#db/schema/question-bank.ts'
import type { QuestionDraft } from '../question-draft.ts'

type Reader = Db | Tx

export type DraftRow = {
  id: string
  /** The question that it will be a version of; null for a new one. */
  questionId: string | null
  baseVersionId: string | null
  body: QuestionDraft
  revision: number
  createdBy: string
  authorName: string
  updatedAtMs: number
  discardedAtMs: number | null
}

const draftColumns = {
  id: questionDraft.id,
  questionId: questionDraft.questionId,
  baseVersionId: questionDraft.baseVersionId,
  body: questionDraft.body,
  revision: questionDraft.revision,
  createdBy: questionDraft.createdBy,
  authorName: user.name,
  updatedAtMs: questionDraft.updatedAtMs,
  discardedAtMs: questionDraft.discardedAtMs,
}

/** A draft, one that was thrown away and not yet swept included. */
export function findDraft(db: Reader, id: string): DraftRow | undefined {
  return selectDrafts(db, eq(questionDraft.id, id)).at(0)
}

/** The drafts that nobody threw away, the one changed last first. */
export function listDrafts(
  db: Reader,
  which: { createdBy?: string | undefined; questionId?: string | undefined } = {},
): DraftRow[] {
  return selectDrafts(
    db,
    and(
      isNull(questionDraft.discardedAtMs),
      which.createdBy === undefined ? undefined : eq(questionDraft.createdBy, which.createdBy),
      which.questionId === undefined ? undefined : eq(questionDraft.questionId, which.questionId),
    ),
  )
}

function selectDrafts(db: Reader, where: SQL | undefined): DraftRow[] {
  return db
    .select(draftColumns)
    .from(questionDraft)
    .innerJoin(user, eq(user.id, questionDraft.createdBy))
    .where(where)
    .orderBy(desc(questionDraft.updatedAtMs), asc(questionDraft.id))
    .all()
}

/** Adds a draft. */
export function createDraftRow(tx: Tx, row: typeof questionDraft.$inferInsert): void {
  tx.insert(questionDraft).values(row).run()
}

/** Changes a draft. */
export function updateDraftRow(tx: Tx, id: string, change: Partial<typeof questionDraft.$inferInsert>): void {
  tx.update(questionDraft).set(change).where(eq(questionDraft.id, id)).run()
}

/** Takes a draft away that has become a version; an item of an import that it came from now leads to the question. */
export function finishDraft(tx: Tx, draftId: string, questionId: string): void {
  tx.update(importedItem).set({ questionId }).where(eq(importedItem.draftId, draftId)).run()
  tx.delete(questionDraft).where(eq(questionDraft.id, draftId)).run()
}

/** Takes away for good what was thrown away before a moment. */
export function sweepDrafts(tx: Tx, beforeMs: number): void {
  tx.delete(questionDraft)
    .where(and(isNotNull(questionDraft.discardedAtMs), lt(questionDraft.discardedAtMs, beforeMs)))
    .run()
}

/** What stood in an imported document. */
export type SourceItem = {
  batchId: string
  batchName: string
  ordinal: number
  sourceText: string
  sampleAnswer: string | null
}

/** Where an import found what a draft, or a question, was made of, the newest import first. */
export function listSourceItems(db: Reader, of: { draftId: string } | { questionId: string }): SourceItem[] {
  return db
    .select({
      batchId: importedItem.batchId,
      batchName: importBatch.name,
      ordinal: importedItem.ordinal,
      sourceText: importedItem.sourceText,
      sampleAnswer: importedItem.sampleAnswer,
    })
    .from(importedItem)
    .innerJoin(importBatch, eq(importBatch.id, importedItem.batchId))
    .where(
      'draftId' in of ? eq(importedItem.draftId, of.draftId) : eq(importedItem.questionId, of.questionId),
    )
    .orderBy(desc(importBatch.createdAtMs), asc(importedItem.ordinal))
    .all()
}

/** The import that each draft came from, by the draft's id. */
export function findBatchesOfDrafts(db: Reader): Map<string, { id: string; name: string }> {
  const rows = db
    .select({ draftId: importedItem.draftId, id: importBatch.id, name: importBatch.name })
    .from(importedItem)
    .innerJoin(importBatch, eq(importBatch.id, importedItem.batchId))
    .where(isNotNull(importedItem.draftId))
    .all()
  return new Map(rows.flatMap(({ draftId, ...batch }) => (draftId === null ? [] : [[draftId, batch]])))
}
