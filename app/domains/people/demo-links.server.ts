import { notFound, ok, type Result } from '#app/lib/result.ts'
import { hashSecret, newSecret } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { write, type Db } from '#db/client.server.ts'
import { startSignIn, type Browser } from './sign-in-use-cases.server.ts'
import { findAccount } from './store.server.ts'

// Kept in memory only: the links end with the program, and no file holds a way in without a password.
const linksOf = new WeakMap<Db, Map<string, string>>()

/**
 * A link that signs anybody who opens it in as this person, as often as they like, while the demo runs.
 * @returns the path of the link
 * @throws outside the demo
 */
export function createDemoLink(services: Pick<Services, 'db' | 'env'>, userId: string): string {
  if (!services.env.isDemo) throw new Error('Links without a password exist in the demo only.')
  const links = linksOf.get(services.db) ?? new Map<string, string>()
  linksOf.set(services.db, links)
  const token = newSecret()
  links.set(hashSecret(token), userId)
  return paths.enterDemo(token)
}

/**
 * Signs a browser in by a link of the demo.
 * @returns the secret for the cookie; not found outside the demo
 */
export function enterDemo(services: Services, token: string, browser: Browser): Result<{ secret: string }> {
  if (!services.env.isDemo) return notFound
  const userId = linksOf.get(services.db)?.get(hashSecret(token))
  const account = userId === undefined ? undefined : findAccount(services.db, userId)
  if (!account || account.disabledAtMs !== null) return notFound
  const given = { userId: account.id, browser, now: services.now() }
  return ok({ secret: write(services.db, (tx) => startSignIn(tx, given)) })
}
