import { write } from '#db/client.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import {
  listAlike,
  listDuplicateGroups,
} from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { conflict, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Following } from '#app/lib/worker-thread.server.ts'
import { counted, type Arrangement } from '../panel.ts'
import { panelFor } from '../panel-access.server.ts'
import { listPlannable } from '#app/domains/panels/planner/bank-store.server.ts'
import { runMatch } from '#app/domains/panels/planner/run-plan.server.ts'
import { draftOf } from '../read-panel.server.ts'
import { findPanel, readArrangement } from '../store.server.ts'
import { changedByOthers, saveEdit, type Edited } from '../use-cases.server.ts'
import { makeMatchProblem } from './problem-of-form.ts'
import { hasFormB } from './panel-form.ts'

type Input = { panelId: string; revision: number }

const archived = 'The panel is archived. Restore it first.'

/**
 * Makes form B of a draft, or makes it anew: for every question of form A another one of the bank, as like it as can be had,
 * chosen in the thread of the planner. One edit, which Undo takes back.
 * @param input `revision` is the draft that the person looked at; one that has changed since is a conflict
 * @throws the reason of the signal when whoever asked has gone
 */
export async function makeFormB(ctx: Ctx, input: Input, following: Following = {}): Promise<Result<Edited>> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  if (allowed.value.archivedAtMs !== null) return invalid('', archived)
  if (allowed.value.revision !== input.revision) return conflict(changedByOthers)
  const { plan, arrangement } = draftOf(ctx.db, allowed.value)
  const asked = plan.interviews.flatMap(({ questions }) => questions.map(({ questionId }) => questionId))
  if (asked.length === 0)
    return invalid('', 'Form A asks nothing yet, so there is nothing to be like. Fill the panel first.')
  const alike = listAlike(ctx, asked)
  if (!alike.ok) return alike
  const groups = listDuplicateGroups(ctx)
  if (!groups.ok) return groups
  const bank = listPlannable(ctx.db, plan.scale.id)
  const problem = makeMatchProblem({ plan, arrangement, bank, alike: alike.value, groups: groups.value })
  const { interviews } = await runMatch(problem, following)
  const formBOf = new Map(interviews.map(({ id, questionIds }) => [id, questionIds]))
  const shared = interviews
    .flatMap(({ questionIds }) => questionIds)
    .filter((id) => asked.includes(id)).length
  const others = counted(asked.length - shared, 'other question')
  const words = `made form B: ${others}${shared === 0 ? '' : `, ${shared} shared with form A`}`
  return writeForm(ctx, input, {
    words,
    change: (before) => ({
      ...before,
      interviews: before.interviews.map((one) => ({ ...one, formBIds: formBOf.get(one.id) ?? [] })),
    }),
  })
}

/** Takes form B out of a draft; what was published stays. One edit, which Undo takes back. */
export function removeFormB(ctx: Ctx, input: Input): Result<Edited> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  return writeForm(ctx, input, {
    words: 'removed form B',
    change: (before) =>
      hasFormB(before)
        ? { ...before, interviews: before.interviews.map((one) => ({ ...one, formBIds: [] })) }
        : null,
  })
}

/** @param given.change null when there is nothing to change */
function writeForm(
  ctx: Ctx,
  { panelId, revision }: Input,
  given: {
    words: string
    change: (before: Arrangement) => Arrangement | null
  },
): Result<Edited> {
  return write(ctx.db, (tx): Result<Edited> => {
    const panel = findPanel(tx, panelId)
    if (!panel) return notFound
    if (panel.archivedAtMs !== null) return invalid('', archived)
    if (panel.revision !== revision) return conflict(changedByOthers)
    const before = readArrangement(tx, panel)
    const after = given.change(before)
    if (!after) return invalid('', 'This panel has no form B any more.')
    return ok(saveEdit(tx, { ctx, panel, before, after, kind: 'edit', words: given.words }))
  })
}
