import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '#db/client.server.ts'
import { hashSecret } from '#app/lib/new-id.server.ts'

const seconds = 15 * 60

type Limits = { email: RateLimiterMemory; address: RateLimiterMemory }
// One set per running program: a process may serve several databases in tests.
const limitsOf = new WeakMap<Db, Limits>()

function findLimits(db: Db): Limits {
  const found = limitsOf.get(db)
  if (found) return found
  const made = {
    email: new RateLimiterMemory({ keyPrefix: 'email', points: 10, duration: seconds }),
    address: new RateLimiterMemory({ keyPrefix: 'address', points: 60, duration: seconds }),
  }
  limitsOf.set(db, made)
  return made
}

/**
 * Counts one try, before any password is looked at, so that tries sent at once cannot slip past.
 * @returns the minutes to wait when there were too many, null when the try may go on
 */
export async function countTry(db: Db, given: { key: string; address: string }): Promise<number | null> {
  const limits = findLimits(db)
  return consume(async () => {
    await limits.address.consume(given.address)
    await limits.email.consume(hashSecret(given.key))
  })
}

/**
 * Counts one guess at something that names nobody, such as an access code, by where it comes from alone.
 * @returns the minutes to wait when there were too many, null when the guess may be looked at
 */
export async function countGuess(db: Db, address: string): Promise<number | null> {
  return consume(async () => void (await findLimits(db).address.consume(address)))
}

/** Takes back the count of a guess that was right. */
export async function forgiveGuess(db: Db, address: string): Promise<void> {
  await findLimits(db).address.reward(address)
}

async function consume(count: () => Promise<void>): Promise<number | null> {
  try {
    await count()
    return null
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 60_000))
    throw reason
  }
}

/** Forgets the failed tries for an e-mail once its owner has proven themselves. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await findLimits(db).email.delete(hashSecret(key))
}
