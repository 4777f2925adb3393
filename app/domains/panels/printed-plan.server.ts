import type { Ctx } from '#app/domains/people/context.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { ThreadLostError, type Following } from '#app/lib/worker-thread.server.ts'
import type { DraftForm } from './forms/panel-form.ts'
import type { PanelHead, PlanView } from './panel-views.ts'
import { explainedTitles, joinShortfalls, type ExplainedPart } from './planner/plan-explained.ts'
import { explainDraft } from './planner/propose.server.ts'
import type { Shortfall } from './planner/plan.ts'
import { getPanelPage } from './read-panel.server.ts'

/** A plan as it is printed. */
export type PrintedPlan = Pick<PlanView, 'plan' | 'coverage' | 'names'> & {
  /** What falls short of a draft, in sentences. */
  problems: string[]
  /** What the planner says of it; nothing for a version that the draft has left behind. */
  explained: ExplainedPart[]
  /** Null for a draft. */
  version: { number: number; published: string } | null
  statusWords: string
  createdAt: Date
}

/**
 * The plan of a panel for paper: the version asked for, else the newest, else the draft.
 * @param input `zone` of whoever prints
 * @throws the reason of the signal when whoever asked has gone
 */
export async function getPrintedPlan(
  ctx: Ctx,
  input: { panelId: string; version?: number | 'draft' | undefined; form?: DraftForm; zone: string },
  following: Following = {},
): Promise<Result<PrintedPlan>> {
  const found = getPanelPage(ctx, input)
  if (!found.ok) return found
  const { head, shown, plan, coverage, names, problems } = found.value
  const explained = await explain(ctx, { head, shown, form: input.form ?? 'A' }, following)
  if (!explained.ok) return explained
  const { parts, shortfalls } = explained.value
  return ok({
    plan,
    coverage,
    names,
    problems: shown ? [] : joinShortfalls(problems, { shortfalls, coverage }),
    explained: parts,
    version: shown && {
      number: shown.number,
      published: `${shown.form === 'only' ? '' : `form ${shown.form}, `}published ${formatPrinted(shown.publishedAtMs, input.zone)}`,
    },
    statusWords: head.statusWords,
    createdAt: new Date(shown?.publishedAtMs ?? 0),
  })
}

/** The planner knows the draft: a version is explained while the draft is still the same. */
async function explain(
  ctx: Ctx,
  { head, shown, form }: { head: PanelHead; shown: { number: number } | null; form: DraftForm },
  following: Following,
): Promise<Result<{ parts: ExplainedPart[]; shortfalls: Shortfall[] }>> {
  const isDraft = shown === null || (head.status === 'published' && shown.number === head.versionNumber)
  if (!isDraft || head.status === 'archived') return ok({ parts: [], shortfalls: [] })
  try {
    return await explainDraft(ctx, { panelId: head.id, form }, following)
  } catch (error) {
    if (!(error instanceof ThreadLostError)) throw error
    const lines = ['The planner was ended before it was done, so this cannot be told. Print again.']
    return ok({ parts: [{ title: explainedTitles.worth, lines }], shortfalls: [] })
  }
}
