import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { findCard, findCardId, updateCard } from './store.server.ts'

/**
 * Records that an interviewer has read the briefing and opens the session. The first time counts; again changes nothing.
 * @returns the card to open, and whether it was handed in already
 */
export function checkIn(
  ctx: Ctx,
  input: { sessionId: string },
): Result<{ scorecardId: string; isHandedIn: boolean }> {
  if (!can(ctx.user.access, 'scorecard.fill', 'own')) return forbidden
  return write(ctx.db, (tx): Result<{ scorecardId: string; isHandedIn: boolean }> => {
    const id = findCardId(tx, { ...input, interviewerId: ctx.user.id })
    const card = id === undefined ? undefined : findCard(tx, id)
    if (!card || card.removedAtMs !== null) return notFound
    const opened = ok({ scorecardId: card.id, isHandedIn: card.status !== 'draft' })
    if (card.status !== 'draft' || card.checkedInAtMs !== null) return opened
    if (card.erasedAtMs !== null) return conflict('The candidate’s data was erased; nothing more is kept.')
    if (card.sessionStatus !== 'planned') {
      return conflict('This session is not planned any more. Ask whoever arranges it to plan it again.')
    }
    updateCard(tx, card.id, { checkedInAtMs: ctx.now })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'scorecard.check-in',
      subjectKind: 'scorecard',
      subjectId: card.id,
    })
    return opened
  })
}
