import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { applyEdit } from './edit-panel.ts'
import type { Arrangement } from './panel.ts'
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
  findLastEdit,
  findPanel,
  listEditorsSince,
  readArrangement,
  replaceArrangement,
  updatePanelRow,
  type PanelRow,
} from './store.server.ts'

export const changedByOthers = 'Somebody else changed this panel; here is the present state.'

/** What an edit gave: the new revision and what happened, in words. */
export type Edited = { revision: number; words: string }

/**
 * Does one edit to a panel's draft.
 * @param input `revision` is the draft the person was looking at. When somebody else has changed it since, only
 * additions are still done; everything else is a conflict, so that nobody's work is silently undone.
 */
export function editPanel(
  ctx: Ctx,
  input: { panelId: string; revision: number; edit: PanelEdit },
): Result<Edited> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const { edit } = input
  if (isPlannersEdit(edit) && !can(ctx.user.access, 'panel.publish', 'own')) return forbidden
  return write(ctx.db, (tx): Result<Edited> => {
    const panel = findPanel(tx, input.panelId)
    if (!panel) return notFound
    if (panel.archivedAtMs !== null) return invalid('', 'The panel is archived. Restore it first.')
    if (!isAddition(edit) && wasChangedByOthers(tx, { panel, revision: input.revision, userId: ctx.user.id }))
      return conflict(changedByOthers)
    const unknown = refuseUnknown(tx, panel, edit)
    if (unknown) return unknown
    const before = readArrangement(tx, panel)
    const result = applyEdit(before, edit, {
      newInterviewId: newId(),
      questionTitle: (id) => listQuestionBodies(tx, [id])[0]?.content.title ?? 'a question',
    })
    if (!result.ok) return invalid(result.field, result.message)
    return ok(save(tx, { ctx, panel, before, after: result.arrangement, words: result.words }))
  })
}

/** Takes the newest edit of a draft back; done again, it brings the edit back. */
export function undoLastEdit(ctx: Ctx, input: { panelId: string; revision: number }): Result<Edited> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  return write(ctx.db, (tx): Result<Edited> => {
    const panel = findPanel(tx, input.panelId)
    if (!panel) return notFound
    if (panel.archivedAtMs !== null) return invalid('', 'The panel is archived. Restore it first.')
    const last = findLastEdit(tx, panel.id)
    if (!last) return invalid('', 'There is nothing to undo.')
    if (panel.revision !== input.revision || last.revision !== panel.revision)
      return conflict(changedByOthers)
    const before = readArrangement(tx, panel)
    const touchesWeights =
      before.scaleId !== last.before.scaleId ||
      JSON.stringify(before.competencies) !== JSON.stringify(last.before.competencies)
    if (touchesWeights && !can(ctx.user.access, 'panel.publish', 'own')) return forbidden
    const words = last.words.startsWith(undid) ? last.words.slice(undid.length) : undid + last.words
    return ok(save(tx, { ctx, panel, before, after: last.before, words }))
  })
}

/** How the words of an edit that took another one back begin. */
export const undid = 'undid: '

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
function refuseUnknown(tx: Tx, panel: PanelRow, edit: PanelEdit): Result<never> | undefined {
  switch (edit.intent) {
    case 'add-question':
      return findUsableQuestion(tx, edit.questionId)
        ? undefined
        : invalid('', 'The bank no longer has this question.')
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

function refuseCompetencies(tx: Tx, ids: readonly string[]): Result<never> | undefined {
  const known = new Set(listOpenCompetencies(tx).map((item) => item.id))
  const isFine = ids.every((id) => known.has(id)) && new Set(ids).size === ids.length
  return isFine ? undefined : invalid('', 'A competency is no longer there. Reload the page.')
}

function save(
  tx: Tx,
  given: { ctx: Ctx; panel: PanelRow; before: Arrangement; after: Arrangement; words: string },
): Edited {
  const { ctx, panel, before, after, words } = given
  const revision = panel.revision + 1
  replaceArrangement(tx, panel.id, after)
  updatePanelRow(tx, panel.id, {
    name: after.name,
    scaleId: after.scaleId,
    revision,
    updatedAtMs: ctx.now,
  })
  createEdit(tx, { panelId: panel.id, revision, before, words, userId: ctx.user.id, atMs: ctx.now })
  return { revision, words }
}
