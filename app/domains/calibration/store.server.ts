import { asc, eq, inArray, max } from 'drizzle-orm'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Db } from '#db/client.server.ts'
import { panel, panelVersion } from '#db/schema/panels.ts'
import { application, session } from '#db/schema/scorecards.ts'

/** Every candidate on a panel who had an interview, with when the last of them began. */
export function listInterviewed(db: Db) {
  return db
    .select({
      applicationId: application.id,
      panelId: panel.id,
      panelName: panel.name,
      lastStartsAtMs: max(session.startsAtMs),
    })
    .from(application)
    .innerJoin(panel, eq(panel.id, application.panelId))
    .innerJoin(session, eq(session.applicationId, application.id))
    .groupBy(application.id)
    .orderBy(asc(application.id))
    .all()
}

/** When each session of these applications begins. */
export function listStarts(db: Db, applicationIds: readonly string[]): Map<string, number | null> {
  const rows = db
    .select({ id: session.id, startsAtMs: session.startsAtMs })
    .from(session)
    .where(inArray(session.applicationId, [...applicationIds]))
    .all()
  return new Map(rows.map((row) => [row.id, row.startsAtMs]))
}

/** What these versions of panels froze. */
export function listSnapshots(db: Db, versionIds: readonly string[]): Map<string, PanelSnapshot> {
  const rows = db
    .select({ id: panelVersion.id, snapshot: panelVersion.snapshot })
    .from(panelVersion)
    .where(inArray(panelVersion.id, [...versionIds]))
    .all()
  return new Map(rows.map((row) => [row.id, row.snapshot]))
}
