import { can } from './access.ts'
import type { Access } from './access.ts'
import type { Ctx } from './context.ts'
import { forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { hashSecret, newId, newSecret } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { once } from '#db/receipts.server.ts'
import {
  createInvitation,
  listOpenInvitations,
  revokeInvitations,
  updateInvitationToken,
} from './link-store.server.ts'
import { listGrantable } from './person-change.ts'
import { findAccountByEmail } from './store.server.ts'

const invitationLastsMs = 7 * 86_400_000

/**
 * Invites somebody by a link that works once, for seven days. An older open invitation to the same e-mail ends.
 * The same form sent twice keeps the one invitation and gives it a new link, since the first cannot be read again.
 * @returns the path of the link, to be shown or mailed now and never again
 */
export function invite(
  ctx: Ctx,
  input: { formKey: string; email: string; access: Access },
): Result<{ path: string; email: string; expiresAtMs: number }> {
  if (!can(ctx.user.access, 'people.invite', 'other')) return forbidden
  if (!listGrantable(ctx.user.access).includes(input.access))
    return invalid('access', 'Only an administrator invites managers and administrators.')
  const token = newSecret()
  const expiresAtMs = ctx.now + invitationLastsMs
  return write(ctx.db, (tx) => {
    if (findAccountByEmail(tx, input.email))
      return invalid(
        'email',
        'Somebody with this e-mail has an account already. Find them in the list of people.',
      )
    // The form gone back to and sent for somebody else is another invitation, never a new link to the first.
    const key = hashSecret(`${input.formKey} ${input.email} ${input.access}`)
    const id = once(tx, { key, userId: ctx.user.id, now: ctx.now }, () => {
      const made = newId()
      revokeInvitations(tx, { email: input.email }, ctx.now)
      createInvitation(tx, {
        id: made,
        tokenHash: hashSecret(newSecret()),
        email: input.email,
        access: input.access,
        invitedBy: ctx.user.id,
        createdAtMs: ctx.now,
        expiresAtMs,
      })
      const subject = { subjectKind: 'invitation', subjectId: made, detail: { access: input.access } }
      recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, action: 'person.invite', ...subject })
      return made
    })
    updateInvitationToken(tx, id, hashSecret(token))
    return ok({ path: paths.invitation(token), email: input.email, expiresAtMs })
  })
}

/**
 * Mails the link of an invitation.
 * @returns false when this installation sends no mail, or the mail server refused
 */
export async function mailInvitation(
  services: Services,
  given: { ctx: Ctx; email: string; link: string },
): Promise<boolean> {
  if (!services.sendMail) return false
  const text =
    `Hello,\n\n${given.ctx.user.name} invites you to Panelist. Open this link within seven days and choose a password:\n\n` +
    `${given.link}\n\nIt works once. If you did not expect it, leave it.\n`
  try {
    await services.sendMail({ to: given.email, subject: 'Your invitation to Panelist', text })
    return true
  } catch (error) {
    services.log.error({ err: error }, 'the invitation was not mailed')
    return false
  }
}

/** Takes an open invitation back, so that its link stops working. */
export function revokeInvitation(ctx: Ctx, id: string): Result<void> {
  if (!can(ctx.user.access, 'people.invite', 'other')) return forbidden
  return write(ctx.db, (tx) => {
    const open = listOpenInvitations(tx, ctx.now).find((row) => row.id === id)
    if (!open) return notFound
    if (!listGrantable(ctx.user.access).includes(open.access)) return forbidden
    revokeInvitations(tx, { id }, ctx.now)
    const subject = { subjectKind: 'invitation', subjectId: id }
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'person.revoke-invitation',
      ...subject,
    })
    return ok()
  })
}
