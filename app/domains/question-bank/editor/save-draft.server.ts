import { write, type Tx } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import { listQuestionVersionRows } from '#db/content-versions.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { once } from '#db/receipts.server.ts'
import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { questionToEdit } from '../question-access.server.ts'
import type { QuestionDraft } from '../question-draft.ts'
import {
  createDraftRow,
  findDraft,
  sweepDrafts,
  updateDraftRow,
  type DraftRow,
} from './draft-store.server.ts'
import type { EditorTarget, SaveOutcome } from './editor-view.ts'
import { isSameDraft, overtakenByDraft } from './overtaken.server.ts'
import { draftOfQuestion, draftOver, isEmptyDraft } from './question-form.ts'

/** What the editor sends: where it stood, and what was typed. */
export type Typed = { target: EditorTarget; draft: QuestionDraft; formKey: string }

const nothingTyped = { field: 'title', message: 'Write something first: for a draft, one field is enough.' }

/**
 * Keeps what was typed, whole or not. Somebody else's save is never overwritten unseen, and what was typed for a
 * draft that is gone stands in a draft of its own.
 */
export function saveDraft(ctx: Ctx, input: Typed): Result<SaveOutcome> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  const { target, draft } = input
  if (isEmptyDraft(draft)) return ok({ outcome: 'missing', missing: [nothingTyped] })
  return write(ctx.db, (tx): Result<SaveOutcome> => {
    switch (target.kind) {
      case 'new':
        return ok({ outcome: 'draft-saved', draftId: createDraft(ctx, tx, input, null) })
      case 'question': {
        const question = questionToEdit(ctx, target.id, tx)
        if (!question.ok) return question
        const draftOfIt = draftOver(draft, draftOfQuestion(question.value.content))
        const of = { questionId: target.id, base: target.base }
        const draftId = createDraft(ctx, tx, { ...input, draft: draftOfIt }, of)
        return ok({ outcome: 'draft-saved', draftId })
      }
      case 'draft': {
        const row = draftOrGone(ctx, tx, target.id)
        if (!row.ok) return row
        if (!row.value) return ok(keepDraft(ctx, tx, input))
        return ok(updateDraft(ctx, tx, row.value, { ...input, target }))
      }
    }
  })
}

/** The draft, undefined when it was finished or thrown away; refused when it is not this person's. */
export function draftOrGone(ctx: Ctx, tx: Tx, draftId: string): Result<DraftRow | undefined> {
  const row = findDraft(tx, draftId)
  if (!row || row.discardedAtMs !== null) return ok(undefined)
  return can(ctx.user.access, 'bank.edit', row.createdBy === ctx.user.id ? 'own' : 'other')
    ? ok(row)
    : notFound
}

/** Puts what was typed for a draft that is gone into a new one. */
export function keepDraft(ctx: Ctx, tx: Tx, input: Typed): SaveOutcome {
  return { outcome: 'draft-kept', draftId: createDraft(ctx, tx, input, null) }
}

type OfQuestion = { questionId: string; base: number }

function createDraft(ctx: Ctx, tx: Tx, { draft, formKey }: Typed, of: OfQuestion | null): string {
  // The same form with other words is not the same save: somebody came back to it.
  const key = hashContent([formKey, draft])
  return once(tx, { key, userId: ctx.user.id, now: ctx.now }, () => {
    const id = newId()
    createDraftRow(tx, {
      id,
      questionId: of?.questionId ?? null,
      baseVersionId: of ? versionIdOf(tx, of) : null,
      body: draft,
      revision: 1,
      createdBy: ctx.user.id,
      createdAtMs: ctx.now,
      updatedAtMs: ctx.now,
    })
    recordDraftEvent(ctx, tx, 'draft.create', id)
    return id
  })
}

function versionIdOf(tx: Tx, { questionId, base }: OfQuestion): string | null {
  const versions = listQuestionVersionRows(tx, questionId)
  return (versions.find((version) => version.number === base) ?? versions[0])?.id ?? null
}

function updateDraft(
  ctx: Ctx,
  tx: Tx,
  row: DraftRow,
  input: Typed & { target: Extract<EditorTarget, { kind: 'draft' }> },
): SaveOutcome {
  const { target } = input
  const draft = draftOver(input.draft, row.body)
  const saved: SaveOutcome = { outcome: 'draft-saved', draftId: row.id }
  const baseVersionId =
    row.questionId !== null && target.base !== null
      ? versionIdOf(tx, { questionId: row.questionId, base: target.base })
      : row.baseVersionId
  if (isSameDraft(draft, row.body) && baseVersionId === row.baseVersionId) return saved
  if (row.revision !== target.revision)
    return overtakenByDraft(tx, { row, typed: draft, target: { ...target, revision: row.revision } })
  updateDraftRow(tx, row.id, { body: draft, baseVersionId, revision: row.revision + 1, updatedAtMs: ctx.now })
  recordDraftEvent(ctx, tx, 'draft.edit', row.id)
  return saved
}

const dayMs = 86_400_000

/** Throws a draft away, or takes that back; for a day it can be. */
export function setDraftDiscarded(ctx: Ctx, input: { draftId: string; isDiscarded: boolean }): Result<void> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  return write(ctx.db, (tx): Result<void> => {
    const row = findDraft(tx, input.draftId)
    const relation = row?.createdBy === ctx.user.id ? 'own' : 'other'
    if (!row || !can(ctx.user.access, 'bank.edit', relation)) return notFound
    if ((row.discardedAtMs !== null) === input.isDiscarded) return ok()
    sweepDrafts(tx, ctx.now - dayMs)
    updateDraftRow(tx, row.id, { discardedAtMs: input.isDiscarded ? ctx.now : null })
    recordDraftEvent(ctx, tx, input.isDiscarded ? 'draft.discard' : 'draft.restore', row.id)
    return ok()
  })
}

function recordDraftEvent(ctx: Ctx, tx: Tx, action: string, subjectId: string): void {
  recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, action, subjectKind: 'draft', subjectId })
}
