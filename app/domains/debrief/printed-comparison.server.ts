import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { getComparison } from './compare.server.ts'
import type { ComparisonView } from './comparison-view.ts'
import { writeHeadline, type Headline } from './headline.ts'
import { listDecisionChips } from './meeting/list.server.ts'

/** A comparison as it is printed; `decisions` in words, by application id. */
export type PrintedComparison = {
  comparison: ComparisonView
  headline: Headline
  decisions: Record<string, string>
}

/**
 * The comparison of a panel for paper: the same view as its page and its CSV, from the same cards.
 * @param input `isBlind` names candidates by code
 */
export async function getPrintedComparison(
  ctx: Ctx,
  input: { panelId: string; isBlind: boolean },
): Promise<Result<PrintedComparison>> {
  const found = await getComparison(ctx, input)
  if (!found.ok) return found
  const { view } = found.value
  const { calibration } = view
  const chips = listDecisionChips(ctx, input)
  return ok({
    comparison: view,
    headline: calibration.kind === 'calibrated' ? calibration.headline : writeHeadline(view.rows),
    decisions: Object.fromEntries(Object.entries(chips).map(([id, { words }]) => [id, words])),
  })
}
