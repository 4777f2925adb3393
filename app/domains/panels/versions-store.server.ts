import { and, asc, desc, eq, max } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { panelVersion } from '#db/schema/panels.ts'
import type { VersionForm } from './forms/panel-form.ts'
import type { PanelSnapshot } from './panel-snapshot.schema.ts'

type Reader = Db | Tx

export type VersionRow = {
  id: string
  panelId: string
  number: number
  form: VersionForm
  snapshot: PanelSnapshot
  publishedBy: string
  publishedAtMs: number
}

const versionColumns = {
  id: panelVersion.id,
  panelId: panelVersion.panelId,
  number: panelVersion.number,
  form: panelVersion.form,
  snapshot: panelVersion.snapshot,
  publishedBy: panelVersion.publishedBy,
  publishedAtMs: panelVersion.publishedAtMs,
}

/** A published version by its id. */
export function findPanelVersion(db: Reader, versionId: string): VersionRow | undefined {
  return db.select(versionColumns).from(panelVersion).where(eq(panelVersion.id, versionId)).get()
}

/** The forms of the newest version of a panel, form A first; none before its first publication. */
export function listCurrentForms(db: Reader, panelId: string): VersionRow[] {
  return db
    .select(versionColumns)
    .from(panelVersion)
    .where(
      and(
        eq(panelVersion.panelId, panelId),
        eq(
          panelVersion.number,
          db
            .select({ number: max(panelVersion.number) })
            .from(panelVersion)
            .where(eq(panelVersion.panelId, panelId)),
        ),
      ),
    )
    .orderBy(asc(panelVersion.form))
    .all()
}

/** The newest version of a panel, form A where it has two; none before its first publication. */
export function findCurrentVersion(db: Reader, panelId: string): VersionRow | undefined {
  return listCurrentForms(db, panelId)[0]
}

/** The versions of a panel, newest first and form A before form B, without their content. */
export function listVersions(
  db: Reader,
  panelId: string,
): { id: string; number: number; form: VersionForm; publishedBy: string; publishedAtMs: number }[] {
  return db
    .select({
      id: panelVersion.id,
      number: panelVersion.number,
      form: panelVersion.form,
      publishedBy: panelVersion.publishedBy,
      publishedAtMs: panelVersion.publishedAtMs,
    })
    .from(panelVersion)
    .where(eq(panelVersion.panelId, panelId))
    .orderBy(desc(panelVersion.number), asc(panelVersion.form))
    .all()
}

/** Adds a version; nothing ever changes it. */
export function createVersion(tx: Tx, row: VersionRow): void {
  tx.insert(panelVersion).values(row).run()
}
