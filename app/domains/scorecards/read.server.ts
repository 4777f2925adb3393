import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { applyOperation } from './operations.server.ts'
import { findField } from './operations-store.server.ts'
import { recordFrom, asOthersRead } from './scorecard-record.ts'
import { scorecardView, type ScorecardView } from './scorecard-view.ts'
import { isSealed, sealAfterMs, type ScorecardRecord } from './scorecard.ts'
import {
  findCard,
  getPlan,
  listAmendments,
  listFields,
  listSubmittedRecords,
  valuesOf,
  type CardRow,
} from './store.server.ts'
import { listVisibleScorecards } from './use-cases.server.ts'

export type ScorecardPage = {
  view: ScorecardView
  /** As it was first submitted, when amendments changed it since. */
  initial: ScorecardView | null
  applicationId: string
  isOwn: boolean
  /** Null when the submission can no longer be undone, or is not the viewer's. */
  undoUntilMs: number | null
  canAmend: boolean
  canFill: boolean
}

/** One card to read: one's own, or somebody else's when the rule of independence allows it. */
export function getScorecardPage(ctx: Ctx, scorecardId: string): Result<ScorecardPage> {
  const card = findCard(ctx.db, scorecardId)
  if (!card) return notFound
  const isOwn = card.interviewerId === ctx.user.id
  if (!isOwn && !isVisible(ctx, card)) return notFound
  const fields = listFields(ctx.db, [card.id]).get(card.id) ?? {}
  const { interview } = getPlan(ctx.db, card)
  const view = viewOf(ctx, card, recordFrom(valuesOf(fields), interview), isOwn)
  const submitted = listSubmittedRecords(ctx.db, [card.id]).get(card.id) ?? null
  const mayFill = isOwn && can(ctx.user.access, 'scorecard.fill', 'own')
  const isUndoable = mayFill && card.status === 'submitted' && !isSealed(card, ctx.now)
  return ok({
    view,
    initial: submitted && card.status === 'amended' ? viewOf(ctx, card, submitted, isOwn) : null,
    applicationId: card.applicationId,
    isOwn,
    undoUntilMs: isUndoable && card.submittedAtMs !== null ? card.submittedAtMs + sealAfterMs : null,
    canAmend: mayFill && isSealed(card, ctx.now) && card.erasedAtMs === null,
    canFill: mayFill && card.status === 'draft',
  })
}

/** Every card of a candidate on a panel that this person may read now: their own, a draft too, and others' that are open to them. */
export function listReadableCards(ctx: Ctx, applicationId: string): ScorecardView[] {
  return listVisibleScorecards(ctx, [applicationId]).flatMap(({ cards, shadows }) =>
    [...cards, ...shadows].flatMap(({ scorecardId, record, isOwn }) => {
      const card = findCard(ctx.db, scorecardId)
      return card ? viewOf(ctx, card, record, isOwn) : []
    }),
  )
}

function isVisible(ctx: Ctx, card: CardRow): boolean {
  return listVisibleScorecards(ctx, [card.applicationId]).some((application) =>
    [...application.cards, ...application.shadows].some((entry) => entry.scorecardId === card.id),
  )
}

/** The view of a card; the caller has decided that this person may see it. */
export function viewOf(ctx: Ctx, card: CardRow, record: ScorecardRecord, isWriter: boolean): ScorecardView {
  const { snapshot, interview } = getPlan(ctx.db, card)
  return scorecardView({
    facts: {
      scorecardId: card.id,
      status: card.status,
      candidateName: card.candidateName,
      candidateCode: card.candidateCode,
      interviewerName: card.interviewerName,
      isShadow: card.seat === 'shadow',
      couldReadOthers: card.couldReadOthers ?? false,
      enteredByName: card.enteredByName,
      confirmedAtMs: card.confirmedAtMs,
      submittedAtMs: card.submittedAtMs,
      startsAtMs: card.startsAtMs,
      panelVersion: card.panelVersion,
      panelForm: card.panelForm,
    },
    record: isWriter ? record : asOthersRead(record),
    snapshot,
    interview,
    amendments: listAmendments(ctx.db, [card.id]),
    isWriter,
  })
}

/** A visible card as everybody but its writer reads it; undefined for one that was not begun. */
export function viewAsOthersRead(
  ctx: Ctx,
  card: { scorecardId: string; record: ScorecardRecord },
): ScorecardView | undefined {
  const found = findCard(ctx.db, card.scorecardId)
  return found && viewOf(ctx, found, card.record, false)
}

/** Takes back one's own submission within the minute. */
export function undoSubmission(ctx: Ctx, scorecardId: string): Result<void> {
  const card = findCard(ctx.db, scorecardId)
  if (!card || card.interviewerId !== ctx.user.id) return notFound
  const answer = write(ctx.db, (tx) =>
    applyOperation(ctx, tx, {
      opId: newId(),
      scorecardId,
      field: 'undo-submit',
      base: findField(tx, { scorecardId, field: 'submit' }).version,
      value: true,
    }),
  )
  switch (answer.outcome) {
    case 'applied':
      return ok()
    case 'refused':
    case 'reused':
      return invalid('', answer.message)
    case 'conflict':
      return conflict('The scorecard changed on another device. Look at it again.')
    case 'not-found':
      return notFound
  }
}
