import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { newAddedId } from './added-question.ts'
import { applyOperation, standingOf } from './operations.server.ts'
import { findField } from './operations-store.server.ts'
import type { PostedField, PostedOutcome } from './posted-field.ts'
import { viewOf } from './read.server.ts'
import { isSame } from './same-value.ts'
import { recordFrom } from './scorecard-record.ts'
import type { ScorecardView } from './scorecard-view.ts'
import { listMissing, type Missing } from './submit-check.ts'
import { findCard, getPlan, listFields, valuesOf, type CardRow } from './store.server.ts'

/** A draft with what its form needs: values with the versions that edits are based on. */
export type FillForm = {
  view: ScorecardView
  fields: Record<string, { version: number; value: unknown }>
  missing: Missing[]
  sessionId: string
  /** When the interviewer checked in; null before. */
  checkedInAtMs: number | null
  /** Clock time of the newest save; null when nothing was saved. */
  savedAtMs: number | null
  /** The id for one more unplanned question, for forms that cannot make one. */
  newAddedId: string
}

export type FillResult = { state: 'draft'; form: FillForm } | { state: 'submitted' }

/** One's own card to fill; says when it is submitted already. */
export function getFillForm(ctx: Ctx, scorecardId: string): Result<FillResult> {
  const card = findCard(ctx.db, scorecardId)
  if (!card || card.interviewerId !== ctx.user.id || !standingOf(ctx, ctx.db, card)) return notFound
  if (card.status !== 'draft') return ok({ state: 'submitted' })
  return ok({ state: 'draft', form: formOf(ctx, card, true) })
}

/** The form of a card that this person was found to write to. */
export function formOf(ctx: Ctx, card: CardRow, isWriter: boolean): FillForm {
  const fields = listFields(ctx.db, [card.id]).get(card.id) ?? {}
  const { interview, snapshot } = getPlan(ctx.db, card)
  const record = recordFrom(valuesOf(fields), interview)
  const savedAtMs = Math.max(0, ...Object.values(fields).map((field) => field.atMs))
  return {
    view: viewOf(ctx, card, record, isWriter),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { version, value }]) => [name, { version, value }]),
    ),
    missing: listMissing(record, interview, snapshot.scale),
    sessionId: card.sessionId,
    checkedInAtMs: card.checkedInAtMs,
    savedAtMs: savedAtMs || null,
    newAddedId: newAddedId(newId()),
  }
}

/**
 * Saves a form posted as a whole by the same operations as the live form; a field that says what is saved is passed
 * over, so that the same form posted twice changes nothing.
 * @param input `submit` also hands the card in, when every field was saved
 */
export function saveForm(
  ctx: Ctx,
  input: { scorecardId: string; fields: readonly PostedField[]; submit: boolean },
): Result<PostedOutcome> {
  const card = findCard(ctx.db, input.scorecardId)
  if (!card || card.interviewerId !== ctx.user.id || !standingOf(ctx, ctx.db, card)) return notFound
  return ok(write(ctx.db, (tx) => postFields(ctx, tx, input)))
}

/** Applies posted fields inside a transaction; see `saveForm`. */
export function postFields(
  ctx: Ctx,
  tx: Tx,
  input: { scorecardId: string; fields: readonly PostedField[]; submit: boolean },
): PostedOutcome {
  const { scorecardId } = input
  const outcome: PostedOutcome = { isSubmitted: false, conflicts: [], refusals: [] }
  const present = listFields(tx, [scorecardId]).get(scorecardId) ?? {}
  for (const { field, base, value, opId = newId() } of input.fields) {
    if (isSame(present[field]?.value, value)) continue
    const answer = applyOperation(ctx, tx, { opId, scorecardId, field, base, value })
    if (answer.outcome === 'conflict') {
      outcome.conflicts.push({ field, mine: value, theirs: answer.value, version: answer.version })
    } else if (answer.outcome !== 'applied') {
      outcome.refusals.push({ field, message: answer.message })
    }
  }
  if (input.submit && outcome.conflicts.length + outcome.refusals.length === 0) {
    const base = findField(tx, { scorecardId, field: 'submit' }).version
    const answer = applyOperation(ctx, tx, { opId: newId(), scorecardId, field: 'submit', base, value: true })
    outcome.isSubmitted = answer.outcome === 'applied'
    if (answer.outcome === 'refused') outcome.refusals.push({ field: '', message: answer.message })
  }
  return outcome
}
