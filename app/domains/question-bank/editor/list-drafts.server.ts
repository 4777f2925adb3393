import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { findBatchesOfDrafts, listDrafts } from './draft-store.server.ts'
import type { DraftList } from './editor-view.ts'
import { listMissing } from './read-editor.server.ts'
import { readReferences } from './references-store.server.ts'

/**
 * The questions that are being written, the one saved last first.
 * @param of `me` leaves out those of others; whoever may edit only their own sees no others anyway
 */
export function getDraftList(ctx: Ctx, of: 'me' | 'all'): Result<DraftList> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  const mayAll = can(ctx.user.access, 'bank.edit', 'other')
  const isMine = (row: { createdBy: string }) => row.createdBy === ctx.user.id
  const rows = listDrafts(ctx.db, mayAll ? {} : { createdBy: ctx.user.id })
  const shown = of === 'me' ? rows.filter(isMine) : rows
  const references = readReferences(ctx.db)
  const batches = findBatchesOfDrafts(ctx.db)
  const questionIds = shown.flatMap((row) => (row.questionId === null ? [] : [row.questionId]))
  const titles = new Map(
    listQuestionsByIds(ctx.db, questionIds).map(({ id, content }) => [id, content.title]),
  )
  return ok({
    drafts: shown.map((row) => ({
      id: row.id,
      title: row.body.title || firstWords(row.body.prompt) || 'Without a title',
      authorName: row.authorName,
      isMine: isMine(row),
      questionTitle: row.questionId === null ? null : (titles.get(row.questionId) ?? null),
      batch: batches.get(row.id) ?? null,
      missing: listMissing(row.body, references).length,
      savedAtMs: row.updatedAtMs,
    })),
    mine: rows.filter(isMine).length,
    all: rows.length,
    mayAll,
  })
}

/** How many drafts this person may go on with; 0 for whoever writes none. */
export function countDrafts(ctx: Ctx): number {
  if (!canEver(ctx.user.access, 'bank.edit')) return 0
  const mayAll = can(ctx.user.access, 'bank.edit', 'other')
  return listDrafts(ctx.db, mayAll ? {} : { createdBy: ctx.user.id }).length
}

function firstWords(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text
}
