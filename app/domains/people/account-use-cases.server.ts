import { invalid, limited, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import type { Ctx } from './context.ts'
import { closeResetsOf } from './link-store.server.ts'
import { hashPassword, verifyPassword } from './password-hash.server.ts'
import { passwordProblem } from './password.ts'
import { countTry } from './sign-in-limits.server.ts'
import { startSignIn, waitWords, type Browser } from './sign-in-use-cases.server.ts'
import { sinceWords } from './since.ts'
import { signInIdleMs } from './sign-in.server.ts'
import {
  deleteSignIn,
  deleteSignInsOf,
  findAccount,
  listSignIns,
  shortSignInId,
  updateUser,
} from './store.server.ts'

export type SignInView = {
  id: string
  device: string
  since: string
  lastSeen: string
  isThisOne: boolean
}

/** Where a person is signed in, this browser first. */
export function listOwnSignIns(ctx: Ctx, currentHash: string | undefined): SignInView[] {
  const query = { userId: ctx.user.id, now: ctx.now, idleMs: signInIdleMs }
  const currentId = currentHash ? shortSignInId(currentHash) : ''
  const all = listSignIns(ctx.db, query).map((row) => ({
    id: row.id,
    device: row.device,
    since: sinceWords(row.createdAtMs, ctx.now),
    lastSeen: sinceWords(row.lastSeenAtMs, ctx.now),
    isThisOne: row.id === currentId,
  }))
  return all.sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne))
}

/** Changes one's own name. */
export function rename(ctx: Ctx, name: string): Result<void> {
  write(ctx.db, (tx) => {
    updateUser(tx, ctx.user.id, { name })
    const subject = { subjectKind: 'user', subjectId: ctx.user.id }
    recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, action: 'person.rename', ...subject })
  })
  return ok()
}

/**
 * Changes one's own password, ends every other sign-in and gives this one a new secret.
 * @returns the secret for the cookie
 */
export async function changePassword(
  ctx: Ctx,
  input: { currentPassword: string; password: string },
  browser: Browser,
): Promise<Result<{ secret: string }>> {
  const { db, user, now } = ctx
  const wait = await countTry(db, { key: `change ${user.id}`, address: browser.address })
  if (wait !== null) return limited(waitWords(wait))
  const stored = findAccount(db, user.id)?.passwordHash ?? null
  if (!(await verifyPassword(stored, input.currentPassword)))
    return invalid('currentPassword', 'This is not your present password.')
  const problem = passwordProblem(input.password, user)
  if (problem) return invalid('password', problem)
  const passwordHash = await hashPassword(input.password)
  return write(db, (tx): Result<{ secret: string }> => {
    if (findAccount(tx, user.id)?.passwordHash !== stored)
      return invalid('currentPassword', 'Your password was changed meanwhile. Sign in with the new one.')
    updateUser(tx, user.id, { passwordHash })
    closeResetsOf(tx, user.id, now)
    deleteSignInsOf(tx, { userId: user.id, now })
    const subject = { subjectKind: 'user', subjectId: user.id }
    recordAuditEvent(tx, { atMs: now, actorId: user.id, action: 'person.change-password', ...subject })
    return ok({ secret: startSignIn(tx, { userId: user.id, browser, now }) })
  })
}

/** Ends one of one's own sign-ins. */
export function revokeSignIn(ctx: Ctx, shortId: string): Result<void> {
  const ended = write(ctx.db, (tx) => deleteSignIn(tx, { userId: ctx.user.id, shortId }))
  return ended > 0 ? ok() : notFound
}

/** Ends all of one's own sign-ins, this one included. */
export function signOutEverywhere(ctx: Ctx): void {
  write(ctx.db, (tx) => {
    deleteSignInsOf(tx, { userId: ctx.user.id, now: ctx.now })
    const subject = { subjectKind: 'user', subjectId: ctx.user.id }
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'person.sign-out-everywhere',
      ...subject,
    })
  })
}
