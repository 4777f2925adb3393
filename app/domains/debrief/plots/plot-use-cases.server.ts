import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { getComparison } from '../compare.server.ts'
import { plotComparison, type ComparisonPlots } from './comparison-plots.ts'

/** The plots of a panel's comparison, from the cards that this person may see. */
export async function getComparisonPlots(
  ctx: Ctx,
  input: { panelId: string },
): Promise<Result<{ panelId: string; panelName: string; isPast: boolean; plots: ComparisonPlots }>> {
  const found = await getComparison(ctx, input)
  if (!found.ok) return found
  const { view } = found.value
  return ok({
    panelId: view.panelId,
    panelName: view.panelName,
    isPast: view.isPast,
    plots: plotComparison(view),
  })
}
