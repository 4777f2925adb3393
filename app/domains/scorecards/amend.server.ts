import { createHash } from 'node:crypto'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, invalid, notFound, ok, type FieldErrors, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { fieldValueSchema } from './field.schema.ts'
import { parseField, type Field } from './field.ts'
import { formOf, type FillForm } from './fill.server.ts'
import { isSame } from './same-value.ts'
import type { PostedField } from './posted-field.ts'
import { createOperation, saveField } from './operations-store.server.ts'
import { recordFrom } from './scorecard-record.ts'
import { isSealed } from './scorecard.ts'
import { listMissing } from './submit-check.ts'
import { createAmendment, findCard, getPlan, listFields, updateCard, valuesOf } from './store.server.ts'

/** One's own handed-in card, to amend. */
export function getAmendForm(ctx: Ctx, scorecardId: string): Result<FillForm> {
  const card = findOwnCard(ctx, scorecardId)
  if (!card) return notFound
  if (!isSealed(card, ctx.now)) return notHandedIn
  return ok(formOf(ctx, card, true))
}

const notHandedIn = conflict(
  'Only a scorecard that was handed in can be amended. Within the first minute, undo the submission instead.',
)

/** What is nobody else's to read, and what tells how the interview went: its order, its clock, what was asked beside the plan. */
const unamended: ReadonlySet<Field['kind']> = new Set([
  'private',
  'submit',
  'undo-submit',
  'order',
  'clock',
  'added',
])

function findOwnCard(ctx: Ctx, scorecardId: string) {
  const card = findCard(ctx.db, scorecardId)
  const isOwn = card?.interviewerId === ctx.user.id && can(ctx.user.access, 'scorecard.fill', 'own')
  return isOwn && card.erasedAtMs === null ? card : undefined
}

/**
 * Changes a handed-in card; what it said before is kept and shown. All changes of one form are one amendment.
 * @param input `reason` why, read by everybody who reads the card
 */
export function amendScorecard(
  ctx: Ctx,
  input: { scorecardId: string; fields: readonly PostedField[]; reason: string },
): Result<void> {
  const { scorecardId } = input
  const card = findOwnCard(ctx, scorecardId)
  if (!card) return notFound
  if (!isSealed(card, ctx.now)) return notHandedIn
  const { interview, snapshot } = getPlan(ctx.db, card)
  return write(ctx.db, (tx) => {
    const present = listFields(tx, [scorecardId]).get(scorecardId) ?? {}
    const changes = input.fields.filter(({ field, value }) => !isSame(present[field]?.value, value))
    if (changes.length === 0) return ok()
    const reason = input.reason.trim()
    if (reason === '') return invalid('reason', 'Say why you change it; whoever reads the card reads this.')
    const errors: FieldErrors = {}
    for (const { field, base, value } of changes) {
      const kind = parseField(field)?.kind
      const schema =
        kind && unamended.has(kind) ? undefined : fieldValueSchema(field, interview, snapshot.scale)
      const parsed = schema?.safeParse(value)
      if (!parsed?.success)
        errors[field] = [`What was entered ${parsed?.error.issues[0]?.message ?? 'cannot be amended'}.`]
      else if (base !== (present[field]?.version ?? 0)) {
        return conflict('This scorecard was amended on another device meanwhile. Open it again.')
      }
    }
    const values = { ...valuesOf(present), ...Object.fromEntries(changes.map((c) => [c.field, c.value])) }
    for (const missing of listMissing(recordFrom(values, interview), interview, snapshot.scale)) {
      errors[missing.field] ??= [missing.message]
    }
    if (Object.keys(errors).length > 0) return { ok: false, error: { kind: 'invalid', errors } }
    for (const { field, base, value } of changes) {
      const version = base + 1
      saveField(tx, { scorecardId, field, version, value, atMs: ctx.now })
      createOperation(tx, {
        opId: newId(),
        scorecardId,
        userId: ctx.user.id,
        field,
        base,
        value,
        payloadHash: createHash('sha256')
          .update(JSON.stringify([field, base, value]))
          .digest('hex'),
        outcome: 'applied',
        version,
        atMs: ctx.now,
      })
      const before = present[field]?.value ?? null
      createAmendment(tx, {
        id: newId(),
        scorecardId,
        field,
        before,
        after: value,
        reason: reason.slice(0, 1000),
        userId: ctx.user.id,
        atMs: ctx.now,
      })
    }
    updateCard(tx, scorecardId, { status: 'amended' })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'scorecard.amend',
      subjectKind: 'scorecard',
      subjectId: scorecardId,
      detail: { fields: changes.map((change) => change.field), reason },
    })
    return ok()
  })
}
