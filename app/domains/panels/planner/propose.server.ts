import type { Ctx } from '#app/domains/people/context.ts'
import { listDuplicateGroups } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { ok, type Result } from '#app/lib/result.ts'
import type { Following } from '#app/lib/worker-thread.server.ts'
import type { PanelPlan } from '../panel.ts'
import { panelFor } from '../panel-access.server.ts'
import { draftOf } from '../read-panel.server.ts'
import { listSwaps, type SwapView } from '../swap-view.ts'
import { listPlannable } from './bank-store.server.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import { makeProblem, type PlanMode } from './problem-of-panel.ts'
import { compareWithDraft, type Proposed } from './proposal.ts'
import { runMore, runPlan, runWhyNot } from './run-plan.server.ts'

/**
 * Plans a draft in the thread of the planner; nothing is changed.
 * @param input.why a question whose absence is to be explained
 * @param input.isMoreAsked whether to say what a little more room would bring
 * @throws the reason of the signal when whoever asked has gone
 */
export async function proposePlan(
  ctx: Ctx,
  input: { panelId: string; mode: PlanMode; why?: string | undefined; isMoreAsked?: boolean },
  following: Following = {},
): Promise<Result<Proposed>> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const { mode, why } = input
  const { revision } = allowed.value
  const read = readProblem(ctx, { row: allowed.value, mode })
  if (!read.ok) return read
  const { draft, problem } = read.value
  const plan = await runPlan(problem, following)
  const whyNot = why ? ((await runWhyNot({ problem, plan, question: why }, following)) ?? null) : null
  const more = input.isMoreAsked ? await runMore({ problem, plan }, following) : null
  const head = { id: allowed.value.id, name: draft.name }
  return ok({ head, proposal: compareWithDraft({ draft, problem, plan, mode }), revision, whyNot, more })
}

/** What may take the place of a question of a draft; null when the draft does not ask it. */
export function offerSwaps(
  ctx: Ctx,
  input: { panelId: string; questionId: string },
): Result<SwapView | null> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const read = readProblem(ctx, { row: allowed.value, mode: 'improve' })
  return read.ok ? ok(listSwaps(read.value.draft, read.value.problem, input.questionId)) : read
}

function readProblem(
  ctx: Ctx,
  { row, mode }: { row: Parameters<typeof draftOf>[1]; mode: PlanMode },
): Result<{ draft: PanelPlan; problem: PlanProblem }> {
  const { plan, arrangement } = draftOf(ctx.db, row)
  const groups = listDuplicateGroups(ctx)
  if (!groups.ok) return groups
  const bank = listPlannable(ctx.db, plan.scale.id)
  return ok({ draft: plan, problem: makeProblem({ plan, arrangement, bank, groups: groups.value, mode }) })
}
