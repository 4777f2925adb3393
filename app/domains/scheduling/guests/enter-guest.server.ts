import type { Ctx } from '#app/domains/people/context.ts'
import { countGuess, forgiveGuess } from '#app/domains/people/sign-in-limits.server.ts'
import { startSignIn, waitWords, type Browser } from '#app/domains/people/sign-in-use-cases.server.ts'
import { hashSecret } from '#app/lib/new-id.server.ts'
import { limited, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Services } from '#app/lib/services.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { readCode } from './guest-code.ts'
import { findOpenCode, findSessionOfGuest, updateCode } from './guest-store.server.ts'

/** What somebody with a code is told before they accept; nothing of the session. */
export type GuestNotice = { name: string; hostName: string; endsAtMs: number }

/**
 * What a code opens, before it is accepted. Unknown, mistyped, ended and revoked codes get the same answer for the same
 * work, and every try counts.
 */
export async function readNotice(
  services: Services,
  input: { code: string; address: string },
): Promise<Result<GuestNotice>> {
  const wait = await countGuess(services.db, input.address)
  if (wait !== null) return limited(waitWords(wait))
  const open = findOpenCode(services.db, { codeHash: hashOf(input.code), now: services.now() })
  if (!open) return notFound
  await forgiveGuess(services.db, input.address)
  return ok({ name: open.name, hostName: open.hostName, endsAtMs: open.expiresAtMs })
}

/**
 * Accepts the notice of confidentiality and lets this browser in until the access ends. A code that was accepted opens
 * further browsers of the same guest.
 * @returns the secret for the cookie, and the session
 */
export async function acceptNotice(
  services: Services,
  input: { code: string },
  browser: Browser,
): Promise<Result<{ secret: string; sessionId: string }>> {
  const notice = await readNotice(services, { code: input.code, address: browser.address })
  if (!notice.ok) return notice
  return write(services.db, (tx) => {
    const now = services.now()
    const open = findOpenCode(tx, { codeHash: hashOf(input.code), now })
    if (!open) return notFound
    if (open.acceptedAtMs === null) {
      updateCode(tx, open.id, { acceptedAtMs: now })
      recordAuditEvent(tx, {
        atMs: now,
        actorId: open.userId,
        action: 'guest.accept',
        subjectKind: 'access-code',
        subjectId: open.id,
      })
    }
    const secret = startSignIn(tx, { userId: open.userId, browser, now, guestUntilMs: open.expiresAtMs })
    return ok({ secret, sessionId: open.sessionId })
  })
}

function hashOf(code: string): string {
  return hashSecret(readCode(code) ?? code)
}

/** The session that is all a guest came for; undefined for everybody else. */
export function findOwnSession(ctx: Ctx): string | undefined {
  return ctx.user.access === 'guest' ? findSessionOfGuest(ctx.db, ctx.user.id) : undefined
}
