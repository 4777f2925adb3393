import type { Db, Tx } from '#db/client.server.ts'
import { listQuestionVersionRows } from '#db/content-versions.ts'
import { can, canEver, type Relation } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { findQuestion } from './question-store.server.ts'
import type { BankQuestion } from './question.ts'

/** How a person stands to a question: it is their own when they wrote its first version. */
export function relationToQuestion(db: Db | Tx, questionId: string, userId: string): Relation {
  return listQuestionVersionRows(db, questionId).at(-1)?.createdBy === userId ? 'own' : 'other'
}

/** Whether this person may change, archive or bring back a question. */
export function mayEditQuestion(ctx: Ctx, questionId: string, db: Db | Tx = ctx.db): boolean {
  return can(ctx.user.access, 'bank.edit', relationToQuestion(db, questionId, ctx.user.id))
}

/** The question, when this person may change it; one of others is as good as none to whoever edits only their own. */
export function questionToEdit(ctx: Ctx, questionId: string, db: Db | Tx = ctx.db): Result<BankQuestion> {
  if (!canEver(ctx.user.access, 'bank.edit')) return forbidden
  const question = findQuestion(db, questionId)
  if (!question || !mayEditQuestion(ctx, questionId, db)) return notFound
  return ok(question)
}
