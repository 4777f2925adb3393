import { invalid, limited, ok, type Result } from '#app/lib/result.ts'
import { newSecret, hashSecret } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { verifyPassword } from './password-hash.server.ts'
import { countTry, forgetTries } from './sign-in-limits.server.ts'
import { newGuestSecret, signInLastsMs } from './sign-in.server.ts'
import {
  createSignIn,
  deleteExpiredSignIns,
  deleteSignInBySecret,
  deleteSignInsOf,
  findAccountByEmail,
} from './store.server.ts'

/** The browser that asks: where it is, what it calls itself, and the sign-in its cookie already holds. */
export type Browser = { address: string; device: string; formerHash: string | undefined }

const doesNotFit = 'That e-mail and password do not fit together.'

/**
 * Signs a browser in. Unknown e-mail, disabled account and wrong password get the same answer for the same work.
 * @returns the secret for the cookie
 */
export async function signInWithPassword(
  services: Services,
  input: { email: string; password: string },
  browser: Browser,
): Promise<Result<{ secret: string }>> {
  const wait = await countTry(services.db, { key: input.email, address: browser.address })
  if (wait !== null) return limited(waitWords(wait))
  const account = findAccountByEmail(services.db, input.email)
  const hash = account && account.disabledAtMs === null ? account.passwordHash : null
  const fits = await verifyPassword(hash, input.password)
  if (!account || !fits) return invalid('', doesNotFit)
  await forgetTries(services.db, input.email)
  return write(services.db, (tx) => {
    // It may have been disabled or given another password while the hash was computed.
    const current = findAccountByEmail(tx, input.email)
    if (current?.disabledAtMs !== null || current.passwordHash !== hash) return invalid('', doesNotFit)
    return ok({ secret: startSignIn(tx, { userId: account.id, browser, now: services.now() }) })
  })
}

/** "Too many tries" with how long to wait. */
export function waitWords(minutes: number): string {
  return `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
}

/**
 * Starts a sign-in with a new secret and ends the one that the browser had before.
 * @param given `guestUntilMs` when the access code ends by which a guest comes in
 * @returns the secret for the cookie
 */
export function startSignIn(
  tx: Tx,
  given: { userId: string; browser: Browser; now: number; guestUntilMs?: number },
): string {
  const { userId, browser, now, guestUntilMs } = given
  const secret = guestUntilMs === undefined ? newSecret() : newGuestSecret()
  if (browser.formerHash) deleteSignInBySecret(tx, browser.formerHash)
  deleteExpiredSignIns(tx, now)
  createSignIn(tx, {
    secretHash: hashSecret(secret),
    userId,
    createdAtMs: now,
    lastSeenAtMs: now,
    expiresAtMs: Math.min(now + signInLastsMs, guestUntilMs ?? Infinity),
    device: browser.device,
  })
  recordAuditEvent(tx, {
    atMs: now,
    actorId: userId,
    action: 'person.sign-in',
    subjectKind: 'user',
    subjectId: userId,
  })
  return secret
}

/** Ends every sign-in of a person, within the change that takes their access away. */
export function endSignIns(tx: Tx, of: { userId: string; now: number }): void {
  deleteSignInsOf(tx, of)
}

/** Ends the sign-in of this browser. */
export function signOut(services: Services, secretHash: string | undefined): void {
  if (secretHash) write(services.db, (tx) => deleteSignInBySecret(tx, secretHash))
}
