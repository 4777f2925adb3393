import type { Ctx } from '#app/domains/people/context.ts'
import type { Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import {
  addTeamVersion,
  findTeamState,
  listVersionRows,
  updateTeamState,
  type KindOfContent,
} from './team-state-store.server.ts'

/**
 * Puts a question, a competency or a role away or brings it back; what names it keeps it. What an upgrade no longer
 * holds becomes the team's own when it is brought back, or the next start would put it away again.
 * @param item as it stands; the caller has asked for permission
 */
export function setArchived(tx: Tx, ctx: Ctx, item: KindOfContent, isArchived: boolean): void {
  const { kind, content } = item
  const state = findTeamState(tx, kind, content.id)
  if (!state || (state.archivedAtMs !== null) === isArchived) return
  const current = listVersionRows(tx, kind, content.id).find(({ id }) => id === state.currentVersionId)
  if (!isArchived && state.archivedBy === null && current?.createdBy === null)
    addTeamVersion(tx, item, { userId: ctx.user.id, batchId: null, now: ctx.now })
  updateTeamState(tx, kind, content.id, {
    archivedAtMs: isArchived ? ctx.now : null,
    archivedBy: isArchived ? ctx.user.id : null,
  })
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: `${kind}.${isArchived ? 'archive' : 'restore'}`,
    subjectKind: kind,
    subjectId: content.id,
  })
}
