import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import {
  addTeamVersion,
  findTeamState,
  listVersionRows,
  updateTeamState,
} from '#app/domains/question-bank/versions/team-state-store.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import type { DefinitionKind } from './definition.ts'
import { findDefinition } from './definition-store.server.ts'

/**
 * Archives a competency or a role, or brings it back. What names it keeps it, and it is offered for nothing new.
 * What the shipped files dropped becomes the team's own when it is brought back, or the next start would archive it
 * again.
 */
export function setDefinitionArchived(
  ctx: Ctx,
  input: { kind: DefinitionKind; id: string; isArchived: boolean },
): Result<void> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const { kind, id, isArchived } = input
  return write(ctx.db, (tx): Result<void> => {
    const state = findTeamState(tx, kind, id)
    if (!state) return notFound
    if ((state.archivedAtMs !== null) === isArchived) return ok()
    const current = listVersionRows(tx, kind, id).find((version) => version.id === state.currentVersionId)
    const definition = findDefinition(tx, kind, id)
    if (!isArchived && state.archivedBy === null && current?.createdBy === null && definition)
      addTeamVersion(tx, definition, { userId: ctx.user.id, batchId: null, now: ctx.now })
    updateTeamState(tx, kind, id, {
      archivedAtMs: isArchived ? ctx.now : null,
      archivedBy: isArchived ? ctx.user.id : null,
    })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: `${kind}.${isArchived ? 'archive' : 'restore'}`,
      subjectKind: kind,
      subjectId: id,
    })
    return ok()
  })
}
