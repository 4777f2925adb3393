import type { Ctx } from '#app/domains/people/context.ts'
import {
  listAlike,
  listDuplicateGroups,
} from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { ok, type Result } from '#app/lib/result.ts'
import type { Following } from '#app/lib/worker-thread.server.ts'
import type { DraftForm } from '#app/domains/panels/forms/panel-form.ts'
import type { Arrangement, PanelPlan } from '../panel.ts'
import { panelFor } from '../panel-access.server.ts'
import { draftOf } from '../read-panel.server.ts'
import { listQuestionBodies } from '../sources-store.server.ts'
import type { PanelRow } from '../store.server.ts'
import { listSwaps, type SwapView } from '../swap-view.ts'
import { listPlannable } from './bank-store.server.ts'
import { explainPlan, mostForMore, type ExplainedPart } from './plan-explained.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Shortfall } from './plan.ts'
import { makeProblem, type PlanMode } from './problem-of-panel.ts'
import { compareWithDraft, type PlanRequest, type Proposed } from './proposal.ts'
import { runMore, runPlan, runWhyNot } from './run-plan.server.ts'

/** A draft that was read to be planned; `plan` works it out in the thread of the planner, and throws the reason of the signal. */
export type PreparedPlan = { questions: number; plan: (following: Following) => Promise<Proposed> }

/**
 * Reads a draft and the bank for the planner; nothing is changed.
 * @param request.row the panel, for somebody who may edit it
 */
export function preparePlan(ctx: Ctx, request: PlanRequest & { row: PanelRow }): Result<PreparedPlan> {
  const { row, mode, why, isMoreAsked, form = 'A' } = request
  const read = readProblem(ctx, { row, mode, form })
  if (!read.ok) return read
  const { draft, problem } = read.value
  async function plan(following: Following): Promise<Proposed> {
    const best = await runPlan(problem, following)
    const asked = { problem, plan: best }
    const whyNot = why ? ((await runWhyNot({ ...asked, question: why }, following)) ?? null) : null
    const more = isMoreAsked ? await runMore(asked, following) : null
    const proposal = compareWithDraft({ draft, problem, plan: best, mode })
    return { head: { id: row.id, name: draft.name }, proposal, revision: row.revision, whyNot, more }
  }
  return ok({ questions: problem.questions.length, plan })
}

/**
 * What the planner has to say about the draft of a panel, for paper: it is the improvement that the builder offers, worked out in the thread
 * of the planner.
 * @throws the reason of the signal when whoever asked has gone
 */
export async function explainDraft(
  ctx: Ctx,
  { panelId, form }: { panelId: string; form: DraftForm },
  following: Following = {},
): Promise<Result<{ parts: ExplainedPart[]; shortfalls: Shortfall[] }>> {
  const allowed = panelFor(ctx, panelId, 'panel.read')
  if (!allowed.ok) return allowed
  const read = readProblem(ctx, { row: allowed.value, mode: 'improve', form })
  if (!read.ok) return read
  const { draft, problem, arrangement } = read.value
  const plan = await runPlan(problem, following)
  const isSmall = problem.questions.length < mostForMore
  const more = isSmall ? await runMore({ problem, plan }, following) : null
  const proposal = compareWithDraft({ draft, problem, plan, mode: 'improve' })
  const titles = new Map(
    listQuestionBodies(ctx.db, [
      ...arrangement.bannedIds,
      ...arrangement.interviews.flatMap(({ pinnedIds }) => pinnedIds),
    ]).map((body) => [body.questionId, body.content.title]),
  )
  const titleOf = (id: string): string => titles.get(id) ?? 'a question that the bank no longer has'
  return ok({
    parts: explainPlan({ proposal, more, arrangement, titleOf }),
    shortfalls: proposal.draftShortfalls,
  })
}

/** What may take the place of a question of a draft; null when the draft does not ask it. */
export function offerSwaps(
  ctx: Ctx,
  input: { panelId: string; questionId: string; form?: DraftForm },
): Result<SwapView | null> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const read = readProblem(ctx, { row: allowed.value, mode: 'improve', form: input.form ?? 'A' })
  return read.ok ? ok(listSwaps(read.value.draft, read.value.problem, input.questionId)) : read
}

function readProblem(
  ctx: Ctx,
  { row, mode, form }: { row: PanelRow; mode: PlanMode; form: DraftForm },
): Result<{ draft: PanelPlan; arrangement: Arrangement; problem: PlanProblem }> {
  const { plan, arrangement } = draftOf(ctx.db, row, form)
  const groups = listDuplicateGroups(ctx)
  if (!groups.ok) return groups
  // Nothing of form A comes into form B anew, nor what asks nearly the same.
  const asked = form === 'A' ? [] : arrangement.interviews.flatMap(({ formBIds }) => formBIds)
  const alike = listAlike(ctx, asked)
  if (!alike.ok) return alike
  const kept = [...asked, ...alike.value.map(({ otherId }) => otherId)]
  const bannedIds = [...new Set([...arrangement.bannedIds, ...kept])]
  const bank = listPlannable(ctx.db, plan.scale.id)
  const problem = makeProblem({
    plan,
    arrangement: { ...arrangement, bannedIds },
    bank,
    groups: groups.value,
    mode,
  })
  return ok({ draft: plan, arrangement, problem })
}
