import type { Ctx } from '#app/domains/people/context.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { ok, type Result } from '#app/lib/result.ts'
import type { PlanView } from './panel-views.ts'
import { getPanelPage } from './read-panel.server.ts'

/** A plan as it is printed. */
export type PrintedPlan = Pick<PlanView, 'plan' | 'coverage' | 'names'> & {
  /** What falls short of a draft, in sentences. */
  problems: string[]
  /** Null for a draft. */
  version: { number: number; published: string } | null
  statusWords: string
  createdAt: Date
}

/**
 * The plan of a panel for paper: the version asked for, else the newest, else the draft.
 * @param input `zone` of whoever prints
 */
export function getPrintedPlan(
  ctx: Ctx,
  input: { panelId: string; version?: number | 'draft' | undefined; zone: string },
): Result<PrintedPlan> {
  const found = getPanelPage(ctx, input)
  if (!found.ok) return found
  const { head, shown, plan, coverage, names, problems } = found.value
  return ok({
    plan,
    coverage,
    names,
    problems: shown ? [] : problems.map(({ lead, text }) => (lead ? `${lead}: ${text}` : text)),
    version: shown && {
      number: shown.number,
      published: `published ${formatPrinted(shown.publishedAtMs, input.zone)}`,
    },
    statusWords: head.statusWords,
    createdAt: new Date(shown?.publishedAtMs ?? 0),
  })
}
