import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, forbidden, ok, type Result } from '#app/lib/result.ts'
import type { Services } from '#app/lib/services.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { write, type Tx } from '#db/client.server.ts'
import { listOwed, writeReminder, type AddressedCard } from './due.server.ts'
import { updateReminded } from './due-store.server.ts'
import { standForMail, type MailStanding } from './due.ts'
import { reminderSubject } from './reminder-text.ts'

const refusals: Record<Exclude<MailStanding, 'may'>, string> = {
  guest: 'A guest has no address here. Copy the reminder and hand it on.',
  closed: 'The account of this person is closed. Take them out of the session, or ask somebody else.',
  'too-soon': 'This person was reminded less than an hour ago. Give them the time, or speak to them.',
  'nothing-owed': 'This person owes no scorecard any more.',
}

/**
 * Notes that a reminder was copied, to be handed on by other means.
 * @param input `sessionId` when it was about one scorecard
 */
export function recordCopiedReminder(
  ctx: Ctx,
  input: { personId: string; sessionId?: string | undefined },
): Result<void> {
  if (!can(ctx.user.access, 'scorecard.remind', 'other')) return forbidden
  const { personId, sessionId } = input
  return write(ctx.db, (tx): Result<void> => {
    const owed = listOwed(tx, { now: ctx.now, personId }).filter(
      (card) => sessionId === undefined || card.sessionId === sessionId,
    )
    if (owed.length === 0) return conflict(refusals['nothing-owed'])
    noteReminder(ctx, tx, { personId, owed, by: 'copy' })
    return ok()
  })
}

function noteReminder(
  ctx: Ctx,
  tx: Tx,
  of: { personId: string; owed: readonly AddressedCard[]; by: 'copy' | 'mail' },
): void {
  const sessionIds = of.owed.map((card) => card.sessionId)
  updateReminded(tx, { personId: of.personId, sessionIds, atMs: ctx.now })
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: 'scorecard.remind',
    subjectKind: 'user',
    subjectId: of.personId,
    detail: { by: of.by, sessionIds },
  })
}

/**
 * Mails a person one reminder of all that they owe, once an hour at most. The hour is claimed before the mail goes, so
 * that two presses send one; it is given back when the mail server refuses.
 */
export async function sendReminder(
  services: Services,
  ctx: Ctx,
  input: { personId: string; zone: string; baseUrl: string },
): Promise<Result<void>> {
  if (!can(ctx.user.access, 'scorecard.remind', 'other')) return forbidden
  const { sendMail } = services
  if (!sendMail) return conflict('This installation sends no mail. Copy the reminder and hand it on.')
  const { personId } = input
  const claimed = write(ctx.db, (tx): Result<AddressedCard[]> => {
    const owed = listOwed(tx, { now: ctx.now, personId })
    const standing = standForMail(owed, ctx.now)
    if (standing !== 'may') return conflict(refusals[standing])
    const sessionIds = owed.map((card) => card.sessionId)
    updateReminded(tx, { personId, sessionIds, atMs: ctx.now })
    return ok(owed)
  })
  if (!claimed.ok) return claimed
  const owed = claimed.value
  try {
    await sendMail({
      to: owed[0]?.email ?? '',
      subject: reminderSubject(owed.length),
      text: writeReminder(ctx, owed, input),
    })
  } catch (error) {
    services.log.error({ err: error }, 'a reminder was not mailed')
    write(ctx.db, (tx) => {
      for (const { sessionId, remindedAtMs } of owed)
        updateReminded(tx, { personId, sessionIds: [sessionId], atMs: remindedAtMs })
    })
    return conflict('The mail server refused the reminder. Copy it and hand it on, or try again later.')
  }
  write(ctx.db, (tx) => noteReminder(ctx, tx, { personId, owed, by: 'mail' }))
  return ok()
}
