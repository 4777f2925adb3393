import { write } from '#db/client.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { findQuestion } from '../question-store.server.ts'
import type { StarsView } from './stars-view.ts'
import { deleteStars, findStars, readStars, saveStars } from './store.server.ts'

/** The stars of a question, for whoever reads the bank. */
export function getStars(ctx: Ctx, questionId: string): Result<StarsView> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  return ok({
    ...readStars(ctx.db, questionId),
    own: findStars(ctx.db, { questionId, userId: ctx.user.id }),
    mayRate: can(ctx.user.access, 'bank.rate', 'other'),
  })
}

/**
 * Records how good somebody who plans panels finds a question.
 * @param input `stars` from one to five; null takes back what the person said
 */
export function giveStars(ctx: Ctx, input: { questionId: string; stars: number | null }): Result<void> {
  if (!can(ctx.user.access, 'bank.rate', 'other')) return forbidden
  const { questionId, stars } = input
  return write(ctx.db, (tx): Result<void> => {
    if (!findQuestion(tx, questionId)) return notFound
    const given = { questionId, userId: ctx.user.id }
    if (stars === null) deleteStars(tx, given)
    else saveStars(tx, { ...given, stars, atMs: ctx.now })
    return ok()
  })
}
