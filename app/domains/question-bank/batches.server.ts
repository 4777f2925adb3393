import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import {
  findBatch,
  listBatches,
  listBroughtVersions,
  markUndone,
  undoBroughtVersions,
  type BatchRow,
} from './batch-store.server.ts'
import type { BroughtVersion } from './batch-undo.ts'
import { listImportedItems, removeUntouchedDrafts } from './import/import-store.server.ts'
import { itemsOf, type ImportedItem } from './import/imported-items.ts'

function mayHandle(ctx: Ctx, batch: BatchRow): boolean {
  return can(ctx.user.access, 'bank.import', batch.createdBy === ctx.user.id ? 'own' : 'other')
}

/** The imports and loads that this person may look into, the newest first. */
export function listImports(ctx: Ctx): Result<BatchRow[]> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  return ok(listBatches(ctx.db).filter((batch) => mayHandle(ctx, batch)))
}

export type ImportDetail = {
  batch: BatchRow
  /** What it put into the bank and is still there. */
  brought: BroughtVersion[]
  /** What became of the other questions of its document. */
  items: ImportedItem[]
}

/** One import with what came in and what became of it. */
export function getImport(ctx: Ctx, batchId: string): Result<ImportDetail> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  const batch = findBatch(ctx.db, batchId)
  if (!batch || !mayHandle(ctx, batch)) return notFound
  return ok({
    batch,
    brought: listBroughtVersions(ctx.db, batchId),
    items: itemsOf(batchId, listImportedItems(ctx.db, batchId)),
  })
}

/** Takes an import back, except what was used or edited since; once. */
export function undoImport(ctx: Ctx, batchId: string): Result<{ kept: number }> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  const batch = findBatch(ctx.db, batchId)
  if (!batch || !mayHandle(ctx, batch)) return notFound
  return write(ctx.db, (tx): Result<{ kept: number }> => {
    if (!markUndone(tx, batchId, { userId: ctx.user.id, now: ctx.now }))
      return conflict('This import has been undone already.')
    removeUntouchedDrafts(tx, batchId)
    const drafts = itemsOf(batchId, listImportedItems(tx, batchId)).filter((item) => item.state !== 'gone')
    const kept = [...undoBroughtVersions(tx, batchId), ...drafts]
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'bank.undo-import',
      subjectKind: 'import',
      subjectId: batchId,
      detail: { kept: kept.length },
    })
    return ok({ kept: kept.length })
  })
}
