import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, notFound, ok, type Result } from '#app/lib/result.ts'
import type { DraftForm } from './forms/panel-form.ts'
import { kitView, type KitView } from './kit-view.ts'
import { panelFor } from './panel-access.server.ts'
import { shortIdOf } from './short-id.ts'
import { listCurrentForms } from './versions-store.server.ts'

export type PanelKits = { kits: KitView[]; panelName: string; publishedAtMs: number }

/**
 * Blank kits of a published panel, for before there is any candidate.
 * @param input `interviewId` picks one interview, all of them otherwise; `form` picks form B
 * @returns a conflict when the panel was never published
 */
export function getPanelKits(
  ctx: Ctx,
  input: { panelId: string; interviewId?: string | undefined; form?: DraftForm },
): Result<PanelKits> {
  const allowed = panelFor(ctx, input.panelId, 'panel.read')
  if (!allowed.ok) return allowed
  const forms = listCurrentForms(ctx.db, input.panelId)
  if (forms.length === 0)
    return conflict('Publish the panel first: a kit is printed from a published version.')
  const version = forms.find(({ form }) => (form === 'B') === (input.form === 'B'))
  if (!version) return notFound
  const { snapshot, number, form, publishedAtMs } = version
  const chosen = snapshot.interviews.filter((item) => !input.interviewId || item.id === input.interviewId)
  if (chosen.length === 0) return notFound
  const kits = chosen.map((interview) =>
    kitView({
      snapshot,
      panelVersion: number,
      panelForm: form,
      interview,
      facts: { shortId: shortIdOf(interview.id), link: null, candidate: null, interviewer: null, when: null },
    }),
  )
  return ok({ kits, panelName: snapshot.name, publishedAtMs })
}
