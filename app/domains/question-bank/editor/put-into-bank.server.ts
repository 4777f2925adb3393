import { write, type Tx } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import { listQuestionVersionRows } from '#db/content-versions.ts'
import { findReceipt, once } from '#db/receipts.server.ts'
import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import type { Question } from '#rubrics/content.schema.ts'
import { makeContentId } from '../content-id.ts'
import { questionToEdit } from '../question-access.server.ts'
import type { BankQuestion } from '../question.ts'
import { recordQuestionEvent } from '../record-question-event.server.ts'
import {
  addTeamVersion,
  updateTeamState,
} from '#app/domains/question-bank/versions/team-state-store.server.ts'
import { finishDraft, type DraftRow } from './draft-store.server.ts'
import type { EditorTarget, SaveOutcome } from './editor-view.ts'
import { checkDraft } from './missing.schema.ts'
import { isSameDraft, overtakenByDraft, overtakenByVersion } from './overtaken.server.ts'
import { draftOfQuestion, draftOver } from './question-form.ts'
import { pendingId } from './read-editor.server.ts'
import { isQuestionId, readReferences } from './references-store.server.ts'
import { draftOrGone, keepDraft, type Typed } from './save-draft.server.ts'

/**
 * Makes what was typed a question of the bank, or a new version of one; what says the same as before makes none.
 * @param input `offer` is a shipped version that the writer had before them: it is not offered again
 * @returns all that is missing when it is not whole, and somebody else's save when there was one since
 */
export function putIntoBank(ctx: Ctx, input: Typed & { offer?: string | undefined }): Result<SaveOutcome> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  const { target } = input
  return write(ctx.db, (tx): Result<SaveOutcome> => {
    switch (target.kind) {
      case 'new':
        return ok(createQuestion(ctx, tx, { ...input, row: null, receipt: receiptOf(ctx, input) }))
      case 'question': {
        const question = questionToEdit(ctx, target.id, tx)
        if (!question.ok) return question
        return ok(
          changeQuestion(ctx, tx, { ...input, question: question.value, from: null, base: target.base }),
        )
      }
      case 'draft':
        return finish(ctx, tx, { ...input, target })
    }
  })
}

type DraftTarget = Extract<EditorTarget, { kind: 'draft' }>

function finish(ctx: Ctx, tx: Tx, input: Typed & { target: DraftTarget }): Result<SaveOutcome> {
  const { target } = input
  const receipt = receiptOf(ctx, input)
  const before = findReceipt(tx, receipt)
  if (before !== undefined) return ok(savedOf(before))
  const found = draftOrGone(ctx, tx, target.id)
  if (!found.ok) return found
  const row = found.value
  if (!row) return ok(keepDraft(ctx, tx, input))
  const draft = draftOver(input.draft, row.body)
  if (row.revision !== target.revision && !isSameDraft(draft, row.body))
    return ok(overtakenByDraft(tx, { row, typed: draft, target: { ...target, revision: row.revision } }))
  if (row.questionId === null) return ok(createQuestion(ctx, tx, { ...input, draft, row, receipt }))
  const question = questionToEdit(ctx, row.questionId, tx)
  if (!question.ok) return question
  const base = target.base ?? 0
  return ok(
    changeQuestion(ctx, tx, { ...input, draft, question: question.value, from: { row, receipt }, base }),
  )
}

type Receipt = Parameters<typeof once>[1]

/** The same form with the same words leads to the same version, however often it is sent. */
function receiptOf(ctx: Ctx, { formKey, draft }: Typed): Receipt {
  return { key: hashContent([formKey, draft, 'bank']), userId: ctx.user.id, now: ctx.now }
}

function createQuestion(
  ctx: Ctx,
  tx: Tx,
  input: Typed & { row: DraftRow | null; receipt: Receipt },
): SaveOutcome {
  const { draft, row, receipt } = input
  const checked = checkDraft(draft, pendingId, readReferences(tx))
  if (!checked.ok) return { outcome: 'missing', missing: checked.missing }
  const versionId = once(tx, receipt, () => {
    const id = makeContentId(draft.title, 'question', (one) => isQuestionId(tx, one))
    const added = addVersion(ctx, tx, { ...checked.question, id }, 'question.create')
    if (row) finishDraft(tx, row.id, id)
    return added
  })
  return savedOf(versionId)
}

/** A version's id is `<question>@<number>`. */
function savedOf(versionId: string): SaveOutcome {
  const at = versionId.lastIndexOf('@')
  const number = Number(versionId.slice(at + 1))
  return { outcome: number === 1 ? 'added' : 'changed', questionId: versionId.slice(0, at), number }
}

type Change = Typed & {
  question: BankQuestion
  /** The draft that it was written in. */
  from: { row: DraftRow; receipt: Receipt } | null
  /** The number of the version that it was based on. */
  base: number
  offer?: string | undefined
}

function changeQuestion(ctx: Ctx, tx: Tx, input: Change): SaveOutcome {
  const { target, question, from, base, offer } = input
  const { id, number, content } = question
  const draft = draftOver(input.draft, draftOfQuestion(content))
  const checked = checkDraft(draft, id, readReferences(tx))
  if (!checked.ok) return { outcome: 'missing', missing: checked.missing }
  const isSame = isSameDraft(draftOfQuestion(checked.question), draftOfQuestion(content))
  if (!isSame && base !== number)
    return overtakenByVersion(tx, { question, base, typed: draft, target: rebased(target, number) })
  if (offer !== undefined && mayDeclineOffer(ctx, tx, id, offer))
    updateTeamState(tx, 'question', id, { declinedVersionId: offer })
  if (isSame) {
    if (from) finishDraft(tx, from.row.id, id)
    return { outcome: 'unchanged', questionId: id, number }
  }
  const add = () => addVersion(ctx, tx, checked.question, 'question.edit')
  // Sent again for a question, the form finds it as it wants it; sent again for a draft, it finds no draft.
  const versionId = from ? once(tx, from.receipt, add) : add()
  if (from) finishDraft(tx, from.row.id, id)
  return savedOf(versionId)
}

function mayDeclineOffer(ctx: Ctx, tx: Tx, questionId: string, versionId: string): boolean {
  const versions = listQuestionVersionRows(tx, questionId)
  return can(ctx.user.access, 'bank.define', 'other') && versions.some((version) => version.id === versionId)
}

function rebased(target: EditorTarget, base: number): EditorTarget {
  switch (target.kind) {
    case 'new':
      return target
    case 'question':
    case 'draft':
      return { ...target, base }
  }
}

function addVersion(ctx: Ctx, tx: Tx, content: Question, action: `question.${string}`): string {
  const author = { userId: ctx.user.id, batchId: null, now: ctx.now }
  const versionId = addTeamVersion(tx, { kind: 'question', content }, author)
  recordQuestionEvent(ctx, tx, { action, questionId: content.id, detail: { versionId } })
  return versionId
}
