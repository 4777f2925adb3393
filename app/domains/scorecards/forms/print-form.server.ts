import { kitView, type KitView } from '#app/domains/panels/kit-view.ts'
import { shortIdOf } from '#app/domains/panels/short-id.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { conflict, notFound, ok, type Result } from '#app/lib/result.ts'
import { paths } from '#app/paths.ts'
import { standingOf } from '../operations.server.ts'
import { findCard, getPlan, listFields, valuesOf, type CardRow } from '../store.server.ts'
import { findTranscribable } from '../transcribe.server.ts'
import { signStamp } from './form-stamp.server.ts'
import { listFormFields, stampField, toFormValues, type FormValues } from './form-values.ts'

/** A form to be filled in a PDF viewer; `of` names whose card it is. */
export type PrintedForm = {
  kit: KitView
  content: { values: FormValues; stamp: { name: string; value: string } }
  of: string
  asOfMs: number
}

type Print = {
  zone: string
  /** Where this installation is reached, without a slash at the end. */
  baseUrl: string
  /** Signs the form; see `getFormKey`. */
  key: Buffer
}

/** The form of one's own card, with what the draft says by now. */
export function printOwnForm(ctx: Ctx, input: Print & { scorecardId: string }): Result<PrintedForm> {
  const found = findOwnDraft(ctx, input.scorecardId)
  return found.ok ? ok(printForm(ctx, found.value, input)) : found
}

/** Whether there is a form of this card for whoever asks: it is their own, and a draft. */
export function checkOwnForm(ctx: Ctx, scorecardId: string): Result<void> {
  const found = findOwnDraft(ctx, scorecardId)
  return found.ok ? ok() : found
}

function findOwnDraft(ctx: Ctx, scorecardId: string): Result<CardRow> {
  const card = findCard(ctx.db, scorecardId)
  if (!card || card.interviewerId !== ctx.user.id || !standingOf(ctx, ctx.db, card)) return notFound
  if (card.status !== 'draft')
    return conflict('This scorecard is submitted: there is nothing left to fill. Amend it on its page.')
  return ok(card)
}

/** The form of a card that this person may type in for its interviewer. */
export function printFormFor(
  ctx: Ctx,
  input: Print & { sessionId: string; interviewerId: string },
): Result<PrintedForm> {
  const card = findTranscribable(ctx, input)
  return card.ok ? ok(printForm(ctx, card.value, input)) : card
}

function printForm(ctx: Ctx, card: CardRow, { zone, baseUrl, key }: Print): PrintedForm {
  const { snapshot, interview } = getPlan(ctx.db, card)
  const fields = listFields(ctx.db, [card.id]).get(card.id) ?? {}
  const bases = Object.fromEntries(
    listFormFields(interview).flatMap((field) => {
      const version = fields[field]?.version ?? 0
      return version === 0 ? [] : [[field, version]]
    }),
  )
  const { id: scorecardId, panelVersionId } = card
  const candidate = card.candidateName ?? `Candidate ${card.candidateCode}`
  const seat = card.seat === 'shadow' ? ' (shadow)' : ''
  return {
    kit: kitView({
      snapshot,
      panelVersion: card.panelVersion,
      panelForm: card.panelForm,
      interview,
      facts: {
        shortId: shortIdOf(card.id),
        link: baseUrl + paths.fillScorecard(card.id),
        candidate,
        interviewer: card.interviewerName + seat,
        when: card.startsAtMs === null ? null : formatPrinted(card.startsAtMs, zone),
      },
    }),
    content: {
      values: toFormValues(valuesOf(fields), interview),
      stamp: { name: stampField, value: signStamp({ version: 1, scorecardId, panelVersionId, bases }, key) },
    },
    of: `${candidate}, ${interview.focus}, ${card.interviewerName}`,
    asOfMs: Math.max(card.startsAtMs ?? 0, ...Object.values(fields).map(({ atMs }) => atMs)),
  }
}
