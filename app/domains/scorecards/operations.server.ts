import { createHash } from 'node:crypto'
import { can } from '#app/domains/people/access.ts'
import type { Person } from '#app/domains/people/person.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import type { Db, Tx } from '#db/client.server.ts'
import { maxAdded } from './added-question.ts'
import { fieldValueSchema, type Operation } from './field.schema.ts'
import { parseField } from './field.ts'
import type { OperationAnswer } from './operation.ts'
import {
  createOperation,
  findField,
  findOperation,
  findValueAt,
  hasWritten,
  saveField,
} from './operations-store.server.ts'
import { pauseClock } from './live/clock.ts'
import { recordFrom } from './scorecard-record.ts'
import { isSealed } from './scorecard.ts'
import { listMissing } from './submit-check.ts'
import { findCard, getPlan, listFields, updateCard, valuesOf, type CardRow } from './store.server.ts'

/** `db` serves for what never changes (panel versions); everything else goes through the transaction. */
export type OperationContext = { db: Db; user: Person; now: number }

const missingCard = 'There is no such scorecard, or it is not yours.'

/**
 * Applies one operation inside the transaction that the caller commits: an id seen before gets its first answer,
 * an operation based on the present version is applied, any other is a conflict whose text stays in the log.
 */
export function applyOperation(ctx: OperationContext, tx: Tx, operation: Operation): OperationAnswer {
  const { opId, scorecardId } = operation
  const card = findCard(tx, scorecardId)
  const standing = card && standingOf(ctx, tx, card)
  if (!card || !standing) return { opId, outcome: 'not-found', message: missingCard }

  const payloadHash = hashOf(ctx.user.id, operation)
  const seen = findOperation(tx, opId)
  if (seen) {
    if (seen.payloadHash === payloadHash) return answerAgain(tx, operation, seen)
    return { opId, outcome: 'reused', message: 'This operation id was used before for something else.' }
  }

  const result = decide(ctx, tx, operation, card, standing)
  createOperation(tx, {
    opId,
    scorecardId,
    userId: ctx.user.id,
    field: operation.field,
    base: operation.base,
    // A late save from a device that was offline must not bring back what was erased.
    value: card.erasedAtMs === null ? (operation.value ?? null) : null,
    payloadHash,
    outcome: result.outcome,
    version: result.outcome === 'refused' ? 0 : result.version,
    refusal: result.outcome === 'refused' ? result.message : null,
    atMs: ctx.now,
  })
  return { opId, ...result }
}

/** How the person may write to the card: it is theirs, or they type it in from paper; undefined when neither. */
type Standing = 'writer' | 'typist'

/** Decides how a person may write to a card. A typist may until the interviewer has touched or submitted it. */
export function standingOf(
  ctx: Pick<OperationContext, 'user'>,
  tx: Db | Tx,
  card: CardRow,
): Standing | undefined {
  if (card.interviewerId === ctx.user.id) {
    return can(ctx.user.access, 'scorecard.fill', 'own') ? 'writer' : undefined
  }
  const isTypist = card.enteredBy === ctx.user.id && can(ctx.user.access, 'scorecard.transcribe', 'other')
  if (!isTypist || card.status !== 'draft') return undefined
  return hasWritten(tx, { scorecardId: card.id, userId: card.interviewerId }) ? undefined : 'typist'
}

type Outcome =
  | { outcome: 'applied'; version: number; atMs: number }
  | { outcome: 'conflict'; version: number; value: unknown }
  | { outcome: 'refused'; message: string }

function refused(message: string): Outcome {
  return { outcome: 'refused', message }
}

function decide(
  ctx: OperationContext,
  tx: Tx,
  operation: Operation,
  card: CardRow,
  standing: Standing,
): Outcome {
  const { interview, snapshot } = getPlan(ctx.db, card)
  const schema = fieldValueSchema(operation.field, interview, snapshot.scale)
  if (!schema) return refused('This scorecard has no such field.')
  const parsed = schema.safeParse(operation.value)
  if (!parsed.success) {
    return refused(`What was entered ${parsed.error.issues[0]?.message ?? 'does not fit'}.`)
  }
  if (card.erasedAtMs !== null) return refused('The candidate’s data was erased; nothing more is kept.')

  const kind = parseField(operation.field)?.kind
  if (kind === 'submit') return submit(ctx, tx, operation, card, standing)
  if (kind === 'undo-submit') return undoSubmit(ctx, tx, operation, card)
  if (kind === 'private' && standing === 'typist') {
    return refused('A private note is only for the interviewer to write.')
  }
  if (card.status !== 'draft') {
    return refused('This scorecard is submitted and locked. Undo the submission, or amend it.')
  }
  if (kind === 'added' && hasTooManyAdded(tx, card, operation)) {
    return refused(`A scorecard holds ${maxAdded} unplanned questions; take one off first.`)
  }
  const field = findField(tx, operation)
  if (operation.base !== field.version) {
    return { outcome: 'conflict', version: field.version, value: field.value }
  }
  return apply(ctx, tx, operation, { version: field.version + 1, value: parsed.data })
}

function hasTooManyAdded(tx: Tx, card: CardRow, { field, value }: Operation): boolean {
  if (value === null) return false
  const fields = listFields(tx, [card.id]).get(card.id) ?? {}
  const added = Object.entries(fields).filter(
    ([name, state]) => parseField(name)?.kind === 'added' && state.value !== null && name !== field,
  )
  return added.length >= maxAdded
}

function apply(
  ctx: OperationContext,
  tx: Tx,
  at: { scorecardId: string; field: string },
  next: { version: number; value: unknown },
): Outcome {
  saveField(tx, { scorecardId: at.scorecardId, field: at.field, ...next, atMs: ctx.now })
  return { outcome: 'applied', version: next.version, atMs: ctx.now }
}

const submission = 'submit'

function submit(
  ctx: OperationContext,
  tx: Tx,
  operation: Operation,
  card: CardRow,
  standing: Standing,
): Outcome {
  if (standing === 'typist') {
    return refused(`${card.interviewerName} confirms and submits this scorecard, not you.`)
  }
  const state = findField(tx, { scorecardId: card.id, field: submission })
  if (card.status !== 'draft') {
    return { outcome: 'applied', version: state.version, atMs: card.submittedAtMs ?? state.atMs }
  }
  // A submit that was under way when another device undid it must not submit again.
  if (operation.base !== state.version) return { outcome: 'conflict', ...state }
  if (card.sessionStatus !== 'planned' || card.removedAtMs !== null) {
    return refused(
      card.removedAtMs === null
        ? 'This session was cancelled or missed, so its scorecard cannot be submitted. What you wrote is kept.'
        : 'You were taken off this session, so its scorecard cannot be submitted. What you wrote is kept.',
    )
  }
  const { interview, snapshot } = getPlan(ctx.db, card)
  const record = recordFrom(valuesOf(listFields(tx, [card.id]).get(card.id) ?? {}), interview)
  const missing = listMissing(record, interview, snapshot.scale)
  if (missing.length > 0) {
    return refused(`Not submitted yet. ${missing.map((entry) => entry.message).join(' ')}`)
  }
  updateCard(tx, card.id, {
    status: 'submitted',
    submittedAtMs: ctx.now,
    // The time that runs on while somebody writes up belongs to no question of a frozen record.
    submitted: { ...record, clock: record.clock && pauseClock(record.clock, ctx.now) },
    confirmedAtMs: card.enteredBy === null ? null : ctx.now,
  })
  audit(ctx, tx, 'scorecard.submit', card.id, record)
  return apply(
    ctx,
    tx,
    { scorecardId: card.id, field: submission },
    { version: state.version + 1, value: true },
  )
}

function undoSubmit(ctx: OperationContext, tx: Tx, operation: Operation, card: CardRow): Outcome {
  const state = findField(tx, { scorecardId: card.id, field: submission })
  if (card.status === 'draft') {
    return { outcome: 'applied', version: state.version, atMs: state.atMs }
  }
  if (operation.base !== state.version) return { outcome: 'conflict', ...state }
  if (card.status === 'amended' || isSealed(card, ctx.now)) {
    return refused('The minute to undo is over; the scorecard is handed in. You can still amend it.')
  }
  updateCard(tx, card.id, { status: 'draft', submittedAtMs: null, submitted: null, confirmedAtMs: null })
  audit(ctx, tx, 'scorecard.undo-submit', card.id)
  return apply(
    ctx,
    tx,
    { scorecardId: card.id, field: submission },
    { version: state.version + 1, value: false },
  )
}

function audit(ctx: OperationContext, tx: Tx, action: string, scorecardId: string, detail?: unknown): void {
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action,
    subjectKind: 'scorecard',
    subjectId: scorecardId,
    ...(detail === undefined ? {} : { detail }),
  })
}

function answerAgain(
  tx: Tx,
  { opId, scorecardId, field }: Operation,
  seen: NonNullable<ReturnType<typeof findOperation>>,
): OperationAnswer {
  const { version } = seen
  switch (seen.outcome) {
    case 'applied':
      return { opId, outcome: 'applied', version, atMs: seen.atMs }
    case 'conflict':
      return {
        opId,
        outcome: 'conflict',
        version,
        value: findValueAt(tx, { scorecardId, field, version }) ?? null,
      }
    case 'refused':
      return { opId, outcome: 'refused', message: seen.refusal ?? 'This could not be saved.' }
  }
}

function hashOf(userId: string, { scorecardId, field, base, value }: Operation): string {
  return createHash('sha256')
    .update(JSON.stringify([userId, scorecardId, field, base, value ?? null]))
    .digest('hex')
}
