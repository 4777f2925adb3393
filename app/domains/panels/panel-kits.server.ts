import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, notFound, ok, type Result } from '#app/lib/result.ts'
import { kitView, type KitView } from './kit-view.ts'
import { panelFor } from './panel-access.server.ts'
import { shortIdOf } from './short-id.ts'
import { findCurrentVersion } from './versions-store.server.ts'

export type PanelKits = { kits: KitView[]; panelName: string; publishedAtMs: number }

/**
 * Blank kits of a published panel, for before there is any candidate.
 * @param input `interviewId` picks one interview; all of them otherwise
 * @returns a conflict when the panel was never published
 */
export function getPanelKits(
  ctx: Ctx,
  input: { panelId: string; interviewId?: string | undefined },
): Result<PanelKits> {
  const allowed = panelFor(ctx, input.panelId, 'panel.read')
  if (!allowed.ok) return allowed
  const version = findCurrentVersion(ctx.db, input.panelId)
  if (!version) return conflict('Publish the panel first: a kit is printed from a published version.')
  const { snapshot, number, publishedAtMs } = version
  const chosen = snapshot.interviews.filter((item) => !input.interviewId || item.id === input.interviewId)
  if (chosen.length === 0) return notFound
  const kits = chosen.map((interview) =>
    kitView({
      snapshot,
      panelVersion: number,
      interview,
      facts: { shortId: shortIdOf(interview.id), link: null, candidate: null, interviewer: null, when: null },
    }),
  )
  return ok({ kits, panelName: snapshot.name, publishedAtMs })
}
