import { and, asc, countDistinct, eq, ne, sql } from 'drizzle-orm'
import type { VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import type { Db, Tx } from '#db/client.server.ts'
import { panel, panelVersion } from '#db/schema/panels.ts'
import { session } from '#db/schema/scorecards.ts'

/** A published form of a panel, and how many of its candidates have had an interview of that form planned. */
export type OfferedForm = { form: VersionForm; panelVersionId: string; candidates: number }

/** The forms of the version of a panel that interviews use now, form A first. */
export function listOfferedForms(db: Db | Tx, panelId: string): OfferedForm[] {
  const current = db
    .select({ number: panelVersion.number })
    .from(panel)
    .innerJoin(panelVersion, eq(panelVersion.id, panel.currentVersionId))
    .where(eq(panel.id, panelId))
    .get()
  if (!current) return []
  const forms = db
    .select({ form: panelVersion.form, panelVersionId: panelVersion.id })
    .from(panelVersion)
    .where(and(eq(panelVersion.panelId, panelId), eq(panelVersion.number, current.number)))
    .orderBy(asc(panelVersion.form))
    .all()
  const given = db
    .select({
      isB: sql<boolean>`${panelVersion.form} = 'B'`.mapWith(Boolean),
      candidates: countDistinct(session.applicationId),
    })
    .from(session)
    .innerJoin(panelVersion, eq(panelVersion.id, session.panelVersionId))
    .where(and(eq(panelVersion.panelId, panelId), ne(session.status, 'cancelled')))
    .groupBy(sql`${panelVersion.form} = 'B'`)
    .all()
  return forms.map((row) => ({
    ...row,
    candidates: given.find(({ isB }) => isB === (row.form === 'B'))?.candidates ?? 0,
  }))
}
