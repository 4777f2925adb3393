import type { Db, Tx } from '#db/client.server.ts'
import { can, canEver, type Action, type Relation } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, type Result } from '#app/lib/result.ts'
import { findPanel, isAssignedToPanel, type PanelRow } from './store.server.ts'

/** How a person stands to a panel: it is their own when they made it or interview on it. */
export function relationTo(db: Db | Tx, row: PanelRow, userId: string): Relation {
  return row.createdBy === userId || isAssignedToPanel(db, { panelId: row.id, userId }) ? 'own' : 'other'
}

/**
 * The panel, when this person may do this to it.
 * Everybody may read every panel, so refusing an edit reveals nothing: it is 403, not 404.
 */
export function panelFor(ctx: Ctx, panelId: string, action: Action): Result<PanelRow> {
  if (!canEver(ctx.user.access, action)) return forbidden
  const row = findPanel(ctx.db, panelId)
  if (!row) return notFound
  if (!can(ctx.user.access, action, relationTo(ctx.db, row, ctx.user.id))) return forbidden
  return { ok: true, value: row }
}
