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

function mayHandle(ctx: Ctx, batch: BatchRow): boolean {
  return can(ctx.user.access, 'bank.import', batch.createdBy === ctx.user.id ? 'own' : 'other')
}

/** The imports and loads that this person may look into, the newest first. */
export function listImports(ctx: Ctx): Result<BatchRow[]> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  return ok(listBatches(ctx.db).filter((batch) => mayHandle(ctx, batch)))
}

/** One import with what it brought that is still there. */
export function getImport(ctx: Ctx, batchId: string): Result<{ batch: BatchRow; brought: BroughtVersion[] }> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  const batch = findBatch(ctx.db, batchId)
  if (!batch || !mayHandle(ctx, batch)) return notFound
  return ok({ batch, brought: listBroughtVersions(ctx.db, batchId) })
}

/** Takes an import back, except what was used or edited since; once. */
export function undoImport(ctx: Ctx, batchId: string): Result<{ kept: number }> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  const batch = findBatch(ctx.db, batchId)
  if (!batch || !mayHandle(ctx, batch)) return notFound
  return write(ctx.db, (tx): Result<{ kept: number }> => {
    if (!markUndone(tx, batchId, { userId: ctx.user.id, now: ctx.now }))
      return conflict('This import has been undone already.')
    const kept = undoBroughtVersions(tx, batchId)
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
