import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { panel } from '#db/schema/panels.ts'
import type { PanelOfRole } from './role-view.ts'

/** The panels planned for a role, archived ones left out, by name. */
export function listPanelsOfRole(db: Db, roleId: string): PanelOfRole[] {
  return db
    .select({ id: panel.id, name: panel.name })
    .from(panel)
    .where(and(eq(panel.roleId, roleId), isNull(panel.archivedAtMs)))
    .orderBy(asc(panel.name))
    .all()
}
