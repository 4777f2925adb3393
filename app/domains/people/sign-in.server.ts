import { parse, serialize } from 'cookie'
import type { Services } from '#app/lib/services.ts'
import { hashSecret, newSecret } from '#app/lib/new-id.server.ts'
import { sqliteCodeOf } from '#db/sqlite-code.ts'
import type { Person } from './person.ts'
import { findSignInPerson, touchSignIn } from './store.server.ts'

export const signInIdleMs = 12 * 3_600_000
export const signInLastsMs = 14 * 24 * 3_600_000

/** `__Host-` needs https; on http://localhost the plain name is used, and nowhere else is plain http served. */
function cookieName(services: Pick<Services, 'env'>): string {
  return services.env.APP_URL?.startsWith('https:') ? '__Host-panelist' : 'panelist'
}

/**
 * The person behind the cookie of a request, or undefined when signed out, idle for too long, expired or disabled.
 * @param cookieHeader the request's Cookie header
 */
export function findSignedIn(cookieHeader: string | null, services: Services): Person | undefined {
  const secretHash = findSecretHash(cookieHeader, services)
  if (!secretHash) return undefined
  const now = services.now()
  const found = findSignInPerson(services.db, { secretHash, now, idleMs: signInIdleMs })
  if (!found) return undefined
  try {
    touchSignIn(services.db, { secretHash, now, lastSeenAtMs: found.lastSeenAtMs })
  } catch (error) {
    // With a disk that is full or fails people still read, and an administrator sees what is wrong.
    if (sqliteCodeOf(error) === undefined) throw error
  }
  return found.person
}

/**
 * The same without counting as use: for a page that is left open and asks by itself, which must not keep its sign-in
 * alive.
 */
export function peekSignedIn(cookieHeader: string | null, services: Services): Person | undefined {
  const secretHash = findSecretHash(cookieHeader, services)
  if (!secretHash) return undefined
  return findSignInPerson(services.db, { secretHash, now: services.now(), idleMs: signInIdleMs })?.person
}

const guestMark = 'guest.'

/** A secret whose cookie tells, when it opens nothing any more, that a guest held it. */
export function newGuestSecret(): string {
  return guestMark + newSecret()
}

/** Whether the cookie of a request was given to a guest, whatever it still opens. */
export function hasGuestCookie(cookieHeader: string | null, services: Pick<Services, 'env'>): boolean {
  return cookieHeader !== null && parse(cookieHeader)[cookieName(services)]?.startsWith(guestMark) === true
}

/** The hash that the sign-in behind a cookie is stored under; undefined without a cookie of ours. */
export function findSecretHash(
  cookieHeader: string | null,
  services: Pick<Services, 'env'>,
): string | undefined {
  const secret = cookieHeader ? parse(cookieHeader)[cookieName(services)] : undefined
  return secret ? hashSecret(secret) : undefined
}

/** The Set-Cookie header that signs a browser in. */
export function signInCookie(secret: string, services: Services): string {
  return serialize(cookieName(services), secret, cookieOptions(services, signInLastsMs / 1000))
}

/** The Set-Cookie header that signs a browser out. */
export function signOutCookie(services: Services): string {
  return serialize(cookieName(services), '', cookieOptions(services, 0))
}

function cookieOptions(services: Services, maxAge: number) {
  const secure = cookieName(services).startsWith('__Host-')
  return { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const
}
