import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, notFound, ok, type Failure, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { formOf, postFields, type FillForm } from './fill.server.ts'
import type { PostedField, PostedOutcome } from './posted-field.ts'
import { hasWritten } from './operations-store.server.ts'
import { isSealed } from './scorecard.ts'
import {
  createCard,
  findCard,
  findCardId,
  findSessionInterviewer,
  listOwedCards,
  updateCard,
  type CardRow,
} from './store.server.ts'

type Of = { sessionId: string; interviewerId: string }

/**
 * The form to type in a card that an interviewer filled on paper. The first look makes the empty draft; the card is
 * marked as entered for them from the first save on, and they check and submit it themselves.
 */
export function getTranscription(ctx: Ctx, of: Of): Result<FillForm> {
  const card = findTranscribable(ctx, of)
  return card.ok ? ok(formOf(ctx, card.value, false)) : card
}

/** The draft that this person may type in for the interviewer; made when there is none. */
export function findTranscribable(ctx: Ctx, of: Of): Result<CardRow> {
  const refusal = refuseTranscription(ctx, of)
  if (refusal) return refusal
  const id =
    findCardId(ctx.db, of) ??
    write(ctx.db, (tx) => {
      createCard(tx, { id: newId(), ...of, createdAtMs: ctx.now })
      return findCardId(tx, of)
    })
  const card = id === undefined ? undefined : findCard(ctx.db, id)
  return card ? ok(card) : notFound
}

/** Whether this person may type in the card for the interviewer, without making one. */
export function checkTranscribable(ctx: Ctx, of: Of): Result<void> {
  return refuseTranscription(ctx, of) ?? ok()
}

/** Saves what was typed in for the interviewer. It does not submit: that is for the interviewer. */
export function saveTranscription(
  ctx: Ctx,
  input: Of & { fields: readonly PostedField[] },
): Result<PostedOutcome> {
  const refusal = refuseTranscription(ctx, input)
  if (refusal) return refusal
  const id = findCardId(ctx.db, input)
  if (id === undefined) return notFound
  return ok(
    write(ctx.db, (tx) => {
      if (findCard(tx, id)?.enteredBy === null) {
        updateCard(tx, id, { enteredBy: ctx.user.id })
        recordAuditEvent(tx, {
          atMs: ctx.now,
          actorId: ctx.user.id,
          action: 'scorecard.transcribe',
          subjectKind: 'scorecard',
          subjectId: id,
        })
      }
      return postFields(ctx, tx, { scorecardId: id, fields: input.fields, submit: false })
    }),
  )
}

function refuseTranscription(ctx: Ctx, of: Of): { ok: false; error: Failure } | undefined {
  if (!can(ctx.user.access, 'scorecard.transcribe', 'other')) return forbidden
  const seat = findSessionInterviewer(ctx.db, of)
  if (!seat) return notFound
  if (of.interviewerId === ctx.user.id) return conflict('This is your own scorecard: open it and fill it.')
  if (seat.sessionStatus !== 'planned') return conflict('This session was cancelled or missed.')
  const own = listOwedCards(ctx.db, [seat.applicationId]).filter((card) => card.interviewerId === ctx.user.id)
  if (own.some((card) => !isSealed(card, ctx.now))) {
    return conflict('You interview this candidate. Submit your own scorecard before you read another one.')
  }
  const id = findCardId(ctx.db, of)
  const card = id === undefined ? undefined : findCard(ctx.db, id)
  if (!card) return undefined
  if (card.status !== 'draft') return conflict(`${seat.interviewerName} has submitted this scorecard.`)
  if (hasWritten(ctx.db, { scorecardId: card.id, userId: of.interviewerId })) {
    return conflict(`${seat.interviewerName} is filling this scorecard; it is theirs to finish.`)
  }
  if (card.enteredBy !== null && card.enteredBy !== ctx.user.id) {
    return conflict(`${card.enteredByName ?? 'Somebody else'} is entering this scorecard.`)
  }
  return undefined
}
