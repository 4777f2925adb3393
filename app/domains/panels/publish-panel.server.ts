import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { once } from '#db/receipts.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { hasFormB, seenAsForm, type VersionForm } from './forms/panel-form.ts'
import { panelFor } from './panel-access.server.ts'
import { panelSnapshotSchema, type PanelSnapshot } from './panel-snapshot.schema.ts'
import { readPlanSources } from './sources-store.server.ts'
import { findPanel, readArrangement, updatePanelRow, type PanelRow } from './store.server.ts'
import { createVersion, findPanelVersion, listCurrentForms } from './versions-store.server.ts'

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
    const built = buildForms(tx, panel)
    if (!built.ok) return invalid('', built.problems.join(' '))
    const versionId = once(tx, { key: input.formKey, userId: ctx.user.id, now: ctx.now }, () =>
      freeze(tx, { ctx, panel, forms: built.forms }),
    )
    const version = findPanelVersion(tx, versionId)
    if (!version || version.panelId !== panel.id) return notFound
    return ok({ versionId, number: version.number })
  })
}

type FormSnapshot = { form: VersionForm; snapshot: PanelSnapshot }

/** What would be published: form A first, then form B where the draft has one. */
function buildForms(
  tx: Tx,
  panel: PanelRow,
): { ok: true; forms: FormSnapshot[] } | { ok: false; problems: string[] } {
  const arrangement = readArrangement(tx, panel)
  const wanted: VersionForm[] = hasFormB(arrangement) ? ['A', 'B'] : ['only']
  const forms: FormSnapshot[] = []
  const problems: string[] = []
  for (const form of wanted) {
    const seen = seenAsForm(arrangement, form === 'B' ? 'B' : 'A')
    const sources = readPlanSources(tx, { panelId: panel.id, roleId: panel.roleId, arrangement: seen })
    const built = buildSnapshot(seen, sources)
    if (built.ok) forms.push({ form, snapshot: panelSnapshotSchema.parse(built.snapshot) })
    else problems.push(...built.problems.map(({ text }) => (form === 'B' ? `Form B: ${text}` : text)))
  }
  return problems.length === 0 ? { ok: true, forms } : { ok: false, problems: [...new Set(problems)] }
}

function freeze(tx: Tx, given: { ctx: Ctx; panel: PanelRow; forms: readonly FormSnapshot[] }): string {
  const { ctx, panel, forms } = given
  const current = listCurrentForms(tx, panel.id)
  const isSame = wordsOf(current) === wordsOf(forms)
  const ids = forms.map((_, i) => (isSame ? current[i]?.id : undefined) ?? newId())
  const [versionId] = ids
  if (versionId === undefined) throw new Error('a panel is published with a form')
  updatePanelRow(tx, panel.id, { currentVersionId: versionId, publishedRevision: panel.revision })
  if (isSame) return versionId
  const number = (current[0]?.number ?? 0) + 1
  forms.forEach(({ form, snapshot }, i) =>
    createVersion(tx, {
      id: ids[i] ?? newId(),
      panelId: panel.id,
      number,
      form,
      snapshot,
      publishedBy: ctx.user.id,
      publishedAtMs: ctx.now,
    }),
  )
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

function wordsOf(forms: readonly FormSnapshot[]): string {
  return JSON.stringify(forms.map(({ form, snapshot }) => [form, snapshot]))
}
