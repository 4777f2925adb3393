import { conflict, forbidden, invalid, limited, notFound, ok, type Result } from '#app/lib/result.ts'
import { hashSecret, newSecret } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import type { Ctx } from './context.ts'
import type { LinkState } from './join-use-cases.server.ts'
import { closeResetsOf, createReset, findReset } from './link-store.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { passwordProblem } from './password.ts'
import { mayReset } from './person-change.ts'
import { countTry, forgetTries } from './sign-in-limits.server.ts'
import { waitWords } from './sign-in-use-cases.server.ts'
import { deleteSignInsOf, findAccount, findAccountByEmail, updateUser } from './store.server.ts'

const resetLastsMs = 3_600_000

/**
 * Makes the link by which somebody chooses a new password; it works once, for an hour, and ends older ones.
 * @returns the path of the link, to be shown now and never again
 */
export function createResetLink(ctx: Ctx, userId: string): Result<{ path: string }> {
  return write(ctx.db, (tx) => {
    const account = findAccount(tx, userId)
    if (!account) return notFound
    if (!mayReset(ctx.user, { ...account, isDisabled: account.disabledAtMs !== null })) return forbidden
    return ok({ path: addReset(tx, { userId, createdBy: ctx.user.id, now: ctx.now }) })
  })
}

/**
 * The same link for whoever holds the machine, such as an administrator who is locked out.
 * @returns the path of the link; not found for an unknown e-mail and for a disabled account
 */
export function createResetLinkAtConsole(
  { db, now }: Pick<Services, 'db' | 'now'>,
  email: string,
): Result<{ path: string; name: string }> {
  return write(db, (tx) => {
    const account = findAccountByEmail(tx, email.trim().toLowerCase())
    if (!account || account.disabledAtMs !== null) return notFound
    return ok({ path: addReset(tx, { userId: account.id, createdBy: null, now: now() }), name: account.name })
  })
}

/**
 * Mails a reset link when the address belongs to an account. The answer is the same whether it does, and does not
 * wait for the mail.
 * @param baseUrl where this installation is reached, without a slash at the end
 */
export async function requestReset(
  services: Services,
  input: { email: string; address: string; baseUrl: string },
): Promise<Result<void>> {
  const { db, sendMail, log } = services
  if (!sendMail)
    return conflict('This installation sends no mail. Ask a manager or an administrator for a link.')
  const wait = await countTry(db, { key: `forgot ${input.email}`, address: input.address })
  if (wait !== null) return limited(waitWords(wait))
  setImmediate(() => {
    const account = findAccountByEmail(db, input.email)
    if (!account || account.disabledAtMs !== null) return
    const path = write(db, (tx) => addReset(tx, { userId: account.id, createdBy: null, now: services.now() }))
    const text =
      `Hello ${account.name},\n\nchoose a new password for Panelist here, within an hour:\n\n${input.baseUrl}${path}\n\n` +
      'If you did not ask for this, leave it: your password stays as it is.\n'
    sendMail({ to: account.email, subject: 'A new password for Panelist', text }).catch((error: unknown) =>
      log.error({ err: error }, 'the reset mail was not sent'),
    )
  })
  return ok()
}

function addReset(tx: Tx, given: { userId: string; createdBy: string | null; now: number }): string {
  const { userId, createdBy, now } = given
  const token = newSecret()
  closeResetsOf(tx, userId, now)
  const row = { tokenHash: hashSecret(token), userId, createdBy, createdAtMs: now }
  createReset(tx, { ...row, expiresAtMs: now + resetLastsMs })
  const subject = { subjectKind: 'user', subjectId: userId }
  recordAuditEvent(tx, { atMs: now, actorId: createdBy, action: 'person.make-reset-link', ...subject })
  return paths.resetPassword(token)
}

/** Whose password a reset link changes, and whether it still can. */
export function readReset(services: Services, token: string): Result<{ state: LinkState; email: string }> {
  const row = findReset(services.db, hashSecret(token))
  if (!row) return notFound
  const isOver = row.expiresAtMs <= services.now() || row.disabledAtMs !== null
  return ok({ state: row.usedAtMs !== null ? 'used' : isOver ? 'expired' : 'open', email: row.email })
}

/** Sets the new password, once, and signs the person out everywhere. */
export async function completeReset(
  services: Services,
  input: { token: string; password: string },
): Promise<Result<void>> {
  const tokenHash = hashSecret(input.token)
  const usedUp = conflict('This link has been used, or it has expired. Ask for a new one.')
  const link = readReset(services, input.token)
  if (!link.ok) return link
  const reset = findReset(services.db, tokenHash)
  if (!reset || link.value.state !== 'open') return usedUp
  const problem = passwordProblem(input.password, reset)
  if (problem) return invalid('password', problem)
  const passwordHash = await hashPassword(input.password)
  const result = write(services.db, (tx): Result<void> => {
    const now = services.now()
    const row = findReset(tx, tokenHash)
    if (!row || row.usedAtMs !== null || row.disabledAtMs !== null || row.expiresAtMs <= now) return usedUp
    const { userId } = row
    updateUser(tx, userId, { passwordHash })
    closeResetsOf(tx, userId, now)
    deleteSignInsOf(tx, { userId, now })
    const subject = { subjectKind: 'user', subjectId: userId }
    recordAuditEvent(tx, { atMs: now, actorId: userId, action: 'person.reset-password', ...subject })
    return ok()
  })
  if (result.ok) await forgetTries(services.db, reset.email)
  return result
}
