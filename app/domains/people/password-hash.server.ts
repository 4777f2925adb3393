import { hash, verify } from '@node-rs/argon2'

/** Argon2id with OWASP's second choice: 19 MiB, two passes, one lane. Argon2id is the library's own default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const mostAtOnce = 4

let running = 0
const waiting: (() => void)[] = []

/** Hashing takes memory and a core: more than four at once would let a flood of sign-ins starve everybody else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The hash of a password as it is stored, with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

let decoy: Promise<string> | undefined

/**
 * Whether a password fits. Without a stored hash it does the same work against a decoy and gives false, so that the
 * time of the answer does not tell whether the account exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a decoy that nobody can sign in with')
  const against = stored ?? (await decoy)
  const fits = await inTurn(() => verify(against, password.normalize('NFC')))
  return fits && stored !== null
}
