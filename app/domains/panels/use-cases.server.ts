import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { readHistory, type EditKind, type HistoryIntent } from './edit-history.ts'
import { applyEdit } from './edit-panel.ts'
import { seenAsForm, type DraftForm } from './forms/panel-form.ts'
import { completeArrangement, type Arrangement } from './panel.ts'
import type { PanelEdit } from './panel-edit.schema.ts'
import { panelFor } from './panel-access.server.ts'
import {
  findScaleTop,
  findUsableQuestion,
  listInterviewers,
  listOpenCompetencies,
  listQuestionBodies,
} from './sources-store.server.ts'
import {
  createEdit,
  findArrangementBefore,
  findPanel,
  listEditorsSince,
  listEdits,
  readArrangement,
  replaceArrangement,
  updatePanelRow,
  type PanelRow,
} from './store.server.ts'

/** Why an edit of a draft is refused that somebody else changed meanwhile. */
export const changedByOthers = 'Somebody else changed this panel; here is the present state.'

/** What an edit gave: the new revision and what happened, in words. */
export type Edited = { revision: number; words: string }

/**
 * Does one edit to a panel's draft.
 * @param input `form` is the form whose questions are meant. `revision` is the draft the person was looking at. When somebody else has changed it since, only
 * additions are still done; everything else is a conflict, so that nobody's work is silently undone.
 */
export function editPanel(
  ctx: Ctx,
  input: { panelId: string; revision: number; edit: PanelEdit; form?: DraftForm },
): Result<Edited> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const { edit, form = 'A' } = input
  if (isPlannersEdit(edit) && !can(ctx.user.access, 'panel.publish', 'own')) return forbidden
  return write(ctx.db, (tx): Result<Edited> => {
    const panel = findPanel(tx, input.panelId)
    if (!panel) return notFound
    if (panel.archivedAtMs !== null) return invalid('', 'The panel is archived. Restore it first.')
    if (!isAddition(edit) && wasChangedByOthers(tx, { panel, revision: input.revision, userId: ctx.user.id }))
      return conflict(changedByOthers)
    const before = readArrangement(tx, panel)
    const seen = seenAsForm(before, form)
    const unknown = refuseUnknown(tx, { panel, seen, edit })
    if (unknown) return unknown
    const result = applyEdit(seen, edit, {
      newInterviewId: newId(),
      questionTitle: (id) => listQuestionBodies(tx, [id])[0]?.content.title ?? 'a question',
    })
    if (!result.ok) return invalid(result.field, result.message)
    const after = seenAsForm(result.arrangement, form)
    const words = form === 'B' && touchesQuestions(before, after) ? `${result.words}, form B` : result.words
    return ok(saveEdit(tx, { ctx, panel, before, after, kind: 'edit', words }))
  })
}

/**
 * Takes the newest edit of a draft back that still stands, or does the one again that was taken back last, to any depth.
 * @param input `revision` is the draft the person was looking at; `undo-this` takes only the edit back that gave this revision
 */
export function stepThroughHistory(
  ctx: Ctx,
  input: { panelId: string; revision: number; step: HistoryIntent },
): Result<Edited> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const direction = input.step === 'redo' ? 'redo' : 'undo'
  return write(ctx.db, (tx): Result<Edited> => {
    const panel = findPanel(tx, input.panelId)
    if (!panel) return notFound
    if (panel.archivedAtMs !== null) return invalid('', 'The panel is archived. Restore it first.')
    const { revision, step: intent } = input
    const isStale =
      intent === 'undo-this'
        ? panel.revision !== revision
        : wasChangedByOthers(tx, { panel, revision, userId: ctx.user.id })
    if (isStale) return conflict(changedByOthers)
    const step = readHistory(listEdits(tx, panel.id))[direction]
    const found = step && findArrangementBefore(tx, { panelId: panel.id, revision: step.foundBy })
    if (!found)
      return invalid('', direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to do again.')
    const before = readArrangement(tx, panel)
    const after = completeArrangement(found)
    const touchesWeights =
      before.scaleId !== after.scaleId ||
      JSON.stringify(before.competencies) !== JSON.stringify(after.competencies)
    if (touchesWeights && !can(ctx.user.access, 'panel.publish', 'own')) return forbidden
    return ok(saveEdit(tx, { ctx, panel, before, after, kind: direction, words: step.words }))
  })
}

/**
 * Puts a panel away or brings it back. Whoever may edit it may put a draft away that was never published;
 * what was published only planners put away.
 */
export function setPanelArchived(ctx: Ctx, input: { panelId: string; isArchived: boolean }): Result<void> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const panel = allowed.value
  if (panel.currentVersionId !== null && !can(ctx.user.access, 'panel.publish', 'own')) return forbidden
  if ((panel.archivedAtMs !== null) === input.isArchived) return ok()
  write(ctx.db, (tx) => {
    updatePanelRow(tx, panel.id, { archivedAtMs: input.isArchived ? ctx.now : null })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: input.isArchived ? 'panel.archive' : 'panel.restore',
      subjectKind: 'panel',
      subjectId: panel.id,
    })
  })
  return ok()
}

function isPlannersEdit(edit: PanelEdit): boolean {
  return edit.intent === 'set-weights' || edit.intent === 'set-scale'
}

function isAddition(edit: PanelEdit): boolean {
  return (
    edit.intent === 'add-question' || edit.intent === 'add-interview' || edit.intent === 'assign-interviewer'
  )
}

function wasChangedByOthers(tx: Tx, given: { panel: PanelRow; revision: number; userId: string }): boolean {
  const { panel, revision, userId } = given
  if (panel.revision === revision) return false
  const editors = listEditorsSince(tx, { panelId: panel.id, revision })
  return editors.length !== panel.revision - revision || editors.some((editor) => editor !== userId)
}

/** Ids from a form prove nothing: what an edit names must be there and open. */
function refuseUnknown(
  tx: Tx,
  { panel, seen, edit }: { panel: PanelRow; seen: Arrangement; edit: PanelEdit },
): Result<never> | undefined {
  switch (edit.intent) {
    case 'add-question':
      return findUsableQuestion(tx, edit.questionId)
        ? undefined
        : invalid('', 'The bank no longer has this question.')
    case 'swap-question':
      return findUsableQuestion(tx, edit.byQuestionId)
        ? undefined
        : invalid('', 'The bank no longer has this question.')
    case 'take-plan':
      return refuseProposal(tx, seen, edit.interviews)
    case 'assign-interviewer':
      return listInterviewers(tx).some((person) => person.id === edit.userId)
        ? undefined
        : invalid('userId', 'Choose somebody who interviews.')
    case 'set-scale':
      return findScaleTop(tx, edit.scaleId) ? undefined : invalid('scaleId', 'Choose a scale.')
    case 'change-interview':
      return refuseCompetencies(tx, edit.competencyIds)
    case 'set-weights': {
      const top = findScaleTop(tx, panel.scaleId) ?? 0
      if (edit.competencies.some(({ gate }) => gate !== null && (gate < 1 || gate > top)))
        return invalid('weights', `A bar lies between 1 and ${top}, the levels of this scale.`)
      return refuseCompetencies(
        tx,
        edit.competencies.map((item) => item.competencyId),
      )
    }
    default:
      return undefined
  }
}

/** What was in the panel before may stay though the bank archived it since; what is new must be in the bank. */
function refuseProposal(
  tx: Tx,
  seen: Arrangement,
  interviews: readonly { questionIds: readonly string[] }[],
): Result<never> | undefined {
  const had = new Set(seen.interviews.flatMap((interview) => interview.questionIds))
  const added = interviews.flatMap((interview) => interview.questionIds).filter((id) => !had.has(id))
  return added.every((id) => findUsableQuestion(tx, id))
    ? undefined
    : invalid('', 'The bank has changed since the proposal. Ask for it again.')
}

function refuseCompetencies(tx: Tx, ids: readonly string[]): Result<never> | undefined {
  const known = new Set(listOpenCompetencies(tx).map((item) => item.id))
  const isFine = ids.every((id) => known.has(id)) && new Set(ids).size === ids.length
  return isFine ? undefined : invalid('', 'A competency is no longer there. Reload the page.')
}

function touchesQuestions(before: Arrangement, after: Arrangement): boolean {
  const asked = ({ interviews }: Arrangement) =>
    JSON.stringify(interviews.map(({ formBIds, pinnedIds }) => [formBIds, pinnedIds]))
  return asked(before) !== asked(after)
}

/** Puts the next arrangement in the place of the draft and logs what it found. Call inside a transaction, after every check. */
export function saveEdit(
  tx: Tx,
  given: {
    ctx: Ctx
    panel: PanelRow
    before: Arrangement
    after: Arrangement
    kind: EditKind
    words: string
  },
): Edited {
  const { ctx, panel, before, after, kind, words } = given
  const revision = panel.revision + 1
  replaceArrangement(tx, panel.id, after)
  updatePanelRow(tx, panel.id, { revision, updatedAtMs: ctx.now })
  createEdit(tx, { panelId: panel.id, revision, kind, before, words, userId: ctx.user.id, atMs: ctx.now })
  return { revision, words }
}
