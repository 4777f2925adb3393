import { write, type Db, type Tx } from '#db/client.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Archived } from '#app/domains/question-bank/definitions/definition.ts'
import { findArchived } from '#app/domains/question-bank/definitions/versions.server.ts'
import { listSourceItems, type SourceItem } from '#app/domains/question-bank/editor/draft-store.server.ts'
import { draftOfQuestion } from '#app/domains/question-bank/editor/question-form.ts'
import { readQuestionNames } from '#app/domains/question-bank/editor/references-store.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Question } from '#rubrics/content.schema.ts'
import { mayEditQuestion, questionToEdit } from '../question-access.server.ts'
import { findQuestion, listPublishedUses } from '../question-store.server.ts'
import type { PublishedUse } from '../question.ts'
import { recordQuestionEvent } from '../record-question-event.server.ts'
import { fieldsOfQuestion } from './question-fields.ts'
import { addTeamVersion } from './team-state-store.server.ts'
import { setArchived } from './set-archived.server.ts'
import { versionItems, versionsView, type VersionItem, type VersionsView } from './version-items.ts'
import { listQuestionVersions } from './version-store.server.ts'

/** How a question is put into parts that can be compared, with the words for what it names. */
export function questionFieldsReader(
  db: Db | Tx,
): (question: Question) => ReturnType<typeof fieldsOfQuestion> {
  const names = readQuestionNames(db)
  return (question) => fieldsOfQuestion(draftOfQuestion(question), names)
}

/** What became of a question: its versions, where it is asked, what an import brought along, whether it is put away. */
export type QuestionHistory = {
  items: VersionItem[]
  publishedIn: PublishedUse[]
  source: SourceItem | null
  archived: Archived | null
  mayEdit: boolean
}

/** The history of a question, for its page. */
export function getQuestionHistory(ctx: Ctx, questionId: string): Result<QuestionHistory> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const question = findQuestion(ctx.db, questionId)
  if (!question) return notFound
  const versions = listQuestionVersions(ctx.db, questionId)
  return ok({
    items: versionItems(versions, question.versionId, questionFieldsReader(ctx.db)),
    publishedIn: listPublishedUses(ctx.db, questionId),
    source: listSourceItems(ctx.db, { questionId })[0] ?? null,
    archived: findArchived(ctx.db, 'question', questionId),
    mayEdit: mayEditQuestion(ctx, questionId),
  })
}

/** The versions of a question and the difference between two of them. */
export function getQuestionVersions(
  ctx: Ctx,
  input: { questionId: string; from?: number | undefined; to?: number | undefined },
): Result<VersionsView & { title: string; mayEdit: boolean }> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const question = findQuestion(ctx.db, input.questionId)
  if (!question) return notFound
  const versions = listQuestionVersions(ctx.db, question.id)
  return ok({
    ...versionsView(versions, question.versionId, questionFieldsReader(ctx.db), input),
    title: question.content.title,
    mayEdit: mayEditQuestion(ctx, question.id),
  })
}

/**
 * Makes what an earlier version says current again, as a new version by this person.
 * @param input `base` is the number that was current when the person decided
 * @returns the number of the version that is current now
 */
export function restoreQuestionVersion(
  ctx: Ctx,
  input: { questionId: string; number: number; base: number },
): Result<{ number: number }> {
  return write(ctx.db, (tx): Result<{ number: number }> => {
    const found = questionToEdit(ctx, input.questionId, tx)
    if (!found.ok) return found
    const question = found.value
    const wanted = listQuestionVersions(tx, question.id).find(({ number }) => number === input.number)
    if (!wanted) return notFound
    const fieldsOf = questionFieldsReader(tx)
    if (JSON.stringify(fieldsOf(wanted.body)) === JSON.stringify(fieldsOf(question.content)))
      return ok({ number: question.number })
    if (question.number !== input.base)
      return conflict(
        `Version ${question.number} was saved since you opened this page. Look at it first, then choose again.`,
      )
    const author = { userId: ctx.user.id, batchId: null, now: ctx.now }
    const versionId = addTeamVersion(tx, { kind: 'question', content: wanted.body }, author)
    recordQuestionEvent(ctx, tx, { action: 'question.edit', questionId: question.id, detail: { versionId } })
    return ok({ number: findQuestion(tx, question.id)?.number ?? question.number })
  })
}

/** Puts a question away or brings it back. Panels that were published keep it. */
export function setQuestionArchived(
  ctx: Ctx,
  input: { questionId: string; isArchived: boolean },
): Result<void> {
  return write(ctx.db, (tx): Result<void> => {
    const found = questionToEdit(ctx, input.questionId, tx)
    if (!found.ok) return found
    setArchived(tx, ctx, { kind: 'question', content: found.value.content }, input.isArchived)
    return ok()
  })
}
