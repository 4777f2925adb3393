import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { fieldValueSchema } from '../field.schema.ts'
import { standingOf } from '../operations.server.ts'
import { findValueAt } from '../operations-store.server.ts'
import { findCard, getPlan, listFields, type CardRow } from '../store.server.ts'
import { findTranscribable } from '../transcribe.server.ts'
import { listFormChanges, type FormChange } from './form-changes.ts'
import { readStamp } from './form-stamp.server.ts'
import { fromFormValues, listFormNames, type FormValues } from './form-values.ts'
import { refusalWords, type Refusal } from './refusal-words.ts'

export type JudgedChange = FormChange & { problem: string | null }

/** A form that was found to be true, and what it would change. */
export type Judgement =
  | { ok: false; why: string }
  | { ok: true; card: CardRow; isOwn: boolean; changes: JudgedChange[]; untouched: number }

/**
 * Decides whether a form is ours, belongs to a card that this person may write to, and still fits it. To whoever may not, every card is
 * the same: the answer does not tell whether it exists or what it holds.
 */
export function judgeForm(ctx: Ctx, form: { stamp: string; values: FormValues }, key: Buffer): Judgement {
  const read = readStamp(form.stamp, key)
  if (!read.ok) return refuse(read.because)
  const { scorecardId, panelVersionId, bases } = read.stamp
  const card = findCard(ctx.db, scorecardId)
  if (!card) return refuse('not-yours')
  const isOwn = card.interviewerId === ctx.user.id
  if (isOwn && !standingOf(ctx, ctx.db, card)) return refuse('not-yours')
  if (!isOwn) {
    if (!can(ctx.user.access, 'scorecard.transcribe', 'other')) return refuse('not-yours')
    const found = findTranscribable(ctx, card)
    if (!found.ok)
      return found.error.kind === 'conflict' ? { ok: false, why: found.error.message } : refuse('not-yours')
  }
  if (card.erasedAtMs !== null) return refuse('erased')
  if (card.status !== 'draft') return refuse('submitted')
  if (panelVersionId !== card.panelVersionId) return refuse('outdated')
  const { interview, snapshot } = getPlan(ctx.db, card)
  if (listFormNames(interview).some((name) => form.values[name] === undefined)) return refuse('altered')

  const given = fromFormValues(form.values, interview)
  const now = listFields(ctx.db, [card.id]).get(card.id) ?? {}
  const printedAt = (field: string, version: number) =>
    findValueAt(ctx.db, { scorecardId: card.id, field, version })
  const changes = listFormChanges({ given, bases, now, printedAt }).map((change) => {
    const fits = fieldValueSchema(change.field, interview, snapshot.scale)?.safeParse(change.given)
    return {
      ...change,
      problem: fits?.success === false ? (fits.error.issues[0]?.message ?? 'does not fit') : null,
    }
  })
  return { ok: true, card, isOwn, changes, untouched: Object.keys(given).length - changes.length }
}

function refuse(refusal: Refusal): Judgement {
  return { ok: false, why: refusalWords(refusal) }
}
