import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { clearTraces } from '#db/clear-traces.server.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { displayNameOf } from './candidate.ts'
import { findCandidate } from './candidate-store.server.ts'
import { freeCode } from './candidate-use-cases.server.ts'
import * as store from './erasure-store.server.ts'

/**
 * Erases a candidate for good: name, e-mail, code and every text written about them. Ratings stay, without a name.
 * Erasing again changes nothing.
 * @param input `confirmation` is the name, typed by hand
 */
export function eraseCandidate(ctx: Ctx, input: { candidateId: string; confirmation: string }): Result<void> {
  if (!can(ctx.user.access, 'candidate.erase', 'other')) return forbidden
  const result = write(ctx.db, (tx): Result<void> => {
    const candidate = findCandidate(tx, { id: input.candidateId, interviewerId: null })
    if (!candidate) return notFound
    if (candidate.erasedAtMs !== null) return ok()
    const name = displayNameOf(candidate)
    if (input.confirmation.trim() !== name)
      return invalid('confirmation', `Type the name exactly as it stands here: ${name}`)
    // A code chosen by hand may say who it is, so everybody erased gets a new one.
    store.eraseCandidate(tx, { candidateId: candidate.id, newCode: freeCode(tx), atMs: ctx.now })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'candidate.erase',
      subjectKind: 'candidate',
      subjectId: candidate.id,
    })
    return ok()
  })
  if (result.ok) clearTraces(ctx.db)
  return result
}
