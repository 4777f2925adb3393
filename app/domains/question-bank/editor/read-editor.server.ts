import type { Db } from '#db/client.server.ts'
import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { emptyDraft, type QuestionDraft } from '../question-draft.ts'
import { mayEditQuestion, questionToEdit } from '../question-access.server.ts'
import { findQuestion } from '../question-store.server.ts'
import { listQuestionVersionRows } from '#db/content-versions.ts'
import { findDraft, listDrafts, listSourceItems, type DraftRow } from './draft-store.server.ts'
import type { EditorChoices, EditorTarget, EditorView, OtherDraft } from './editor-view.ts'
import type { Missing } from './missing-words.ts'
import { checkDraft, type References } from './missing.schema.ts'
import { draftOfQuestion } from './question-form.ts'
import { listChoosable, listKnownTags, readReferences } from './references-store.server.ts'

/** Stands for the id that a question has not yet got while it is checked. */
export const pendingId = 'pending'

/** What a draft still lacks, in the order of the form. */
export function listMissing(draft: QuestionDraft, references: References): Missing[] {
  const checked = checkDraft(draft, pendingId, references)
  return checked.ok ? [] : checked.missing
}

/** What is still missing in what somebody types, while they type it. */
export function checkTyped(ctx: Ctx, draft: QuestionDraft): Result<Missing[]> {
  return canEver(ctx.user.access, 'bank.edit') ? ok(listMissing(draft, readReferences(ctx.db))) : forbidden
}

/** The editor for a question that is not there yet. */
export function getNewEditor(ctx: Ctx): Result<EditorView> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  return ok(viewOf(ctx, { kind: 'new' }, emptyDraft))
}

/** The editor for a draft. A draft of others is as good as none to whoever may edit only their own. */
export function getDraftEditor(ctx: Ctx, draftId: string): Result<EditorView> {
  const found = draftToEdit(ctx, draftId)
  if (!found.ok) return found
  const row = found.value
  const question = row.questionId === null ? undefined : findQuestion(ctx.db, row.questionId)
  return ok({
    ...viewOf(ctx, targetOf(ctx.db, row), row.body),
    savedAtMs: row.updatedAtMs,
    question: question ? { id: question.id, title: question.content.title } : null,
    source: listSourceItems(ctx.db, { draftId })[0] ?? null,
    otherDrafts:
      row.questionId === null ? [] : otherDrafts(ctx, row.questionId).filter(({ id }) => id !== draftId),
  })
}

/** The editor for a question of the bank. */
export function getQuestionEditor(ctx: Ctx, questionId: string): Result<EditorView> {
  const found = questionToEdit(ctx, questionId)
  if (!found.ok) return found
  const { content, number } = found.value
  return ok({
    ...viewOf(ctx, { kind: 'question', id: questionId, base: number }, draftOfQuestion(content)),
    source: listSourceItems(ctx.db, { questionId })[0] ?? null,
    otherDrafts: otherDrafts(ctx, questionId),
    question: { id: questionId, title: content.title },
  })
}

/** The draft, when this person may go on with it. */
export function draftToEdit(ctx: Ctx, draftId: string): Result<DraftRow> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  const row = findDraft(ctx.db, draftId)
  if (!row || row.discardedAtMs !== null) return notFound
  if (!can(ctx.user.access, 'bank.edit', row.createdBy === ctx.user.id ? 'own' : 'other')) return notFound
  return ok(row)
}

function targetOf(db: Db, row: DraftRow): EditorTarget {
  const { id, revision, questionId } = row
  if (questionId === null) return { kind: 'draft', id, revision, base: null }
  const versions = listQuestionVersionRows(db, questionId)
  const base = versions.find((version) => version.id === row.baseVersionId) ?? versions[0]
  return { kind: 'draft', id, revision, base: base?.number ?? 0 }
}

function viewOf({ db, user }: Ctx, target: EditorTarget, draft: QuestionDraft): EditorView {
  const references = readReferences(db)
  return {
    personId: user.id,
    target,
    draft,
    missing: listMissing(draft, references),
    choices: choicesFor(db, draft, references),
    source: null,
    otherDrafts: [],
    question: null,
    savedAtMs: null,
  }
}

function choicesFor(db: Db, draft: QuestionDraft, { scales }: References): EditorChoices {
  const chosen = new Set([draft.primaryCompetency ?? '', ...draft.otherCompetencies, ...draft.roles])
  const { competencies, roles } = listChoosable(db)
  const offered = (all: typeof roles) =>
    all
      .filter(({ id, isArchived }) => !isArchived || chosen.has(id))
      .map(({ id, name, isArchived }) => ({ id, name: isArchived ? `${name} (archived)` : name }))
  return { scales, competencies: offered(competencies), roles: offered(roles), tags: listKnownTags(db) }
}

function otherDrafts(ctx: Ctx, questionId: string): OtherDraft[] {
  if (!mayEditQuestion(ctx, questionId)) return []
  return listDrafts(ctx.db, { questionId })
    .filter((row) => can(ctx.user.access, 'bank.edit', row.createdBy === ctx.user.id ? 'own' : 'other'))
    .map(({ id, authorName, createdBy }) => ({ id, authorName, isMine: createdBy === ctx.user.id }))
}
