import { createHash } from 'node:crypto'
import type { Ctx } from '#app/domains/people/context.ts'
import { isTextField } from '../field.ts'
import { saveForm } from '../fill.server.ts'
import type { PostedField, PostedOutcome } from '../posted-field.ts'
import { viewOf } from '../read.server.ts'
import { recordFrom } from '../scorecard-record.ts'
import { fieldPlaceInView, valueWords, type ScorecardView } from '../scorecard-view.ts'
import { findCard, getPlan, listFields, valuesOf, type CardRow } from '../store.server.ts'
import { saveTranscription } from '../transcribe.server.ts'
import type { BroughtCard } from './brought-card.ts'
import { joinTexts } from './form-changes.ts'
import type { CarriedForm, ChangeView, ConflictChoice, FormOutcome, FormPreview } from './form-preview.ts'
import { judgeForm, type JudgedChange } from './judge-form.server.ts'
import type { OpenedFile } from './open-files.server.ts'
import { refusalWords } from './refusal-words.ts'

/** What files that were brought back would do; nothing is saved. */
export function lookAtForms(ctx: Ctx, input: { files: readonly OpenedFile[]; key: Buffer }): FormPreview[] {
  const seen = new Set<string>()
  return input.files.map(({ name, reading }): FormPreview => {
    const refused = (why: string): FormPreview => ({ state: 'refused', name, why })
    if (!reading.ok) return refused(refusalWords(reading.because))
    const { stamp, values } = reading
    const judged = judgeForm(ctx, reading, input.key)
    if (!judged.ok) return refused(judged.why)
    const { card, isOwn, changes, untouched } = judged
    if (seen.has(card.id)) return refused(refusalWords('twice'))
    seen.add(card.id)
    const view = viewOfCard(ctx, card, isOwn)
    return {
      state: 'ready',
      name,
      scorecardId: card.id,
      candidateName: view.candidateName,
      focus: view.focus,
      interviewerName: view.interviewerName,
      isOwn,
      changes: changes.map((change) => viewChange(change, view)),
      untouched,
      carried: { name, stamp, values },
    }
  })
}

function viewOfCard(ctx: Ctx, card: CardRow, isOwn: boolean): ScorecardView {
  const fields = listFields(ctx.db, [card.id]).get(card.id) ?? {}
  return viewOf(ctx, card, recordFrom(valuesOf(fields), getPlan(ctx.db, card).interview), isOwn)
}

function viewChange(change: JudgedChange, view: ScorecardView): ChangeView {
  const { field, kind, stored, given, version, problem } = change
  return {
    field,
    place: fieldPlaceInView(field, view),
    kind: problem === null ? kind : 'unfit',
    before: valueWords(stored, view.levels),
    after: valueWords(given, view.levels),
    isText: isTextField(field) && field !== 'recommendation',
    version,
    problem,
  }
}

/**
 * Saves what forms say by the same operations as the live card. The ids of the operations follow from person, form and value, so that the
 * same file brought back twice changes nothing; what loses to an online text stays in the save log.
 * @param input `choices` by scorecard and field; a field without one keeps what is online
 */
export function applyForms(
  ctx: Ctx,
  input: {
    forms: readonly CarriedForm[]
    choices: ReadonlyMap<string, ConflictChoice>
    key: Buffer
  },
): FormOutcome[] {
  return input.forms.map((form): FormOutcome => {
    const { name } = form
    const judged = judgeForm(ctx, form, input.key)
    if (!judged.ok) return { name, scorecardId: null, problems: [judged.why] }
    const { card, isOwn } = judged
    const scorecardId = card.id
    const fitting = judged.changes.filter(({ problem }) => problem === null)
    const fields = fitting.map((change) =>
      toPosted(ctx, change, {
        stamp: form.stamp,
        choice: input.choices.get(choiceKey(scorecardId, change.field)) ?? { take: 'online' },
      }),
    )
    if (fields.length === 0) return { name, scorecardId, problems: [] }
    const saved = isOwn
      ? saveForm(ctx, { scorecardId, fields, submit: false })
      : saveTranscription(ctx, { ...card, fields })
    if (!saved.ok) return { name, scorecardId: null, problems: [refusalWords('not-yours')] }
    return {
      name,
      scorecardId,
      problems: listProblems(ctx, saved.value, { card, isOwn, choices: input.choices }),
    }
  })
}

/** The key of a choice about one field of one card. */
export function choiceKey(scorecardId: string, field: string): string {
  return `${scorecardId} ${field}`
}

function toPosted(
  ctx: Ctx,
  change: JudgedChange,
  { stamp, choice }: { stamp: string; choice: ConflictChoice },
): PostedField {
  const { field, kind, stored, given } = change
  const isResolved = kind === 'conflict' && choice.take !== 'online'
  const base = isResolved ? choice.version : change.base
  const value = isResolved && choice.take === 'both' ? joinTexts(stored, given) : given
  return { field, base, value, opId: operationId([ctx.user.id, stamp, field, base, value]) }
}

/** A uuid of our own making (version 8) that follows from what it stands for. */
function operationId(of: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(of)).digest('hex')
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return parts.join('-')
}

/** Conflicts that were left to what is online are as they were chosen; all others came up since the preview. */
function listProblems(
  ctx: Ctx,
  { conflicts, refusals }: PostedOutcome,
  of: { card: CardRow; isOwn: boolean; choices: ReadonlyMap<string, ConflictChoice> },
): string[] {
  const view = viewOfCard(ctx, of.card, of.isOwn)
  const place = (field: string) => fieldPlaceInView(field, view)
  return [
    ...refusals.map(({ field, message }) => `${place(field)}: ${message}`),
    ...conflicts
      .filter(({ field }) => of.choices.get(choiceKey(of.card.id, field))?.take !== 'online')
      .map(
        ({ field }) =>
          `${place(field)}: changed online meanwhile. What is online stands; choose the file again to take the form’s.`,
      ),
  ]
}

/** Of these cards those that are the person's own or typed in by them, in this order. */
export function listBroughtCards(ctx: Ctx, scorecardIds: readonly string[]): BroughtCard[] {
  return scorecardIds.flatMap((id): BroughtCard[] => {
    const card = findCard(ctx.db, id)
    const isOwn = card?.interviewerId === ctx.user.id
    if (!card || (!isOwn && card.enteredBy !== ctx.user.id)) return []
    const { candidateName, candidateCode, interviewerName, sessionId } = card
    const { focus } = getPlan(ctx.db, card).interview
    return [
      {
        scorecardId: id,
        candidateName: candidateName ?? `Candidate ${candidateCode}`,
        focus,
        interviewerName,
        isOwn,
        sessionId,
      },
    ]
  })
}
