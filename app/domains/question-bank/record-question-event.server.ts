import type { Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'

/** Notes in the audit log what somebody did to a question: `question.create`, `question.edit`, `question.archive`… */
export function recordQuestionEvent(
  ctx: Ctx,
  tx: Tx,
  event: { action: `question.${string}`; questionId: string; detail?: unknown },
): void {
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: event.action,
    subjectKind: 'question',
    subjectId: event.questionId,
    detail: event.detail,
  })
}
