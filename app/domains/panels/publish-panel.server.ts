import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { once } from '#db/receipts.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { panelFor } from './panel-access.server.ts'
import { panelSnapshotSchema, type PanelSnapshot } from './panel-snapshot.schema.ts'
import { readPlanSources } from './sources-store.server.ts'
import {
  createVersion,
  findCurrentVersion,
  findPanel,
  findPanelVersion,
  readArrangement,
  updatePanelRow,
  type PanelRow,
} from './store.server.ts'

/**
 * Freezes the draft as the next version. The same form posted twice makes one version, and so does an unchanged draft.
 * @param input `revision` is the draft that the publisher looked at
 * @returns the version's id and number, or every reason why the draft cannot be published
 */
export function publishPanel(
  ctx: Ctx,
  input: { panelId: string; revision: number; formKey: string },
): Result<{ versionId: string; number: number }> {
  const allowed = panelFor(ctx, input.panelId, 'panel.publish')
  if (!allowed.ok) return allowed
  return write(ctx.db, (tx): Result<{ versionId: string; number: number }> => {
    const panel = findPanel(tx, input.panelId)
    if (!panel) return notFound
    if (panel.archivedAtMs !== null) return invalid('', 'The panel is archived. Restore it first.')
    if (panel.revision !== input.revision)
      return conflict('The panel has changed since you looked at it. Read it once more, then publish.')
    const arrangement = readArrangement(tx, panel)
    const sources = readPlanSources(tx, { panelId: panel.id, roleId: panel.roleId, arrangement })
    const built = buildSnapshot(arrangement, sources)
    if (!built.ok) return invalid('', built.problems.map((problem) => problem.text).join(' '))
    const versionId = once(tx, { key: input.formKey, userId: ctx.user.id, now: ctx.now }, () =>
      freeze(tx, { ctx, panel, snapshot: panelSnapshotSchema.parse(built.snapshot) }),
    )
    const version = findPanelVersion(tx, versionId)
    if (!version || version.panelId !== panel.id) return notFound
    return ok({ versionId, number: version.number })
  })
}

function freeze(tx: Tx, given: { ctx: Ctx; panel: PanelRow; snapshot: PanelSnapshot }): string {
  const { ctx, panel, snapshot } = given
  const current = findCurrentVersion(tx, panel.id)
  const isSame = current !== undefined && JSON.stringify(current.snapshot) === JSON.stringify(snapshot)
  const versionId = isSame ? current.id : newId()
  updatePanelRow(tx, panel.id, { currentVersionId: versionId, publishedRevision: panel.revision })
  if (isSame) return versionId
  const number = (current?.number ?? 0) + 1
  createVersion(tx, {
    id: versionId,
    panelId: panel.id,
    number,
    snapshot,
    publishedBy: ctx.user.id,
    publishedAtMs: ctx.now,
  })
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: 'panel.publish',
    subjectKind: 'panel',
    subjectId: panel.id,
    detail: { versionId, number },
  })
  return versionId
}
