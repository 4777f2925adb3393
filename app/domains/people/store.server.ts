import { and, eq, gt, isNull } from 'drizzle-orm'
import { write, type Db, type Tx } from '#db/client.server.ts'
import { signIn, user } from '#db/schema/people.ts'
import type { Person } from './person.ts'

const touchEveryMs = 60_000

/** The person of a live sign-in; none when it expired, was idle too long, or the account is disabled. */
export function findSignInPerson(
  db: Db,
  query: { secretHash: string; now: number; idleSinceMs: number },
): { person: Person; lastSeenAtMs: number } | undefined {
  const row = db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      access: user.access,
      lastSeenAtMs: signIn.lastSeenAtMs,
    })
    .from(signIn)
    .innerJoin(user, eq(user.id, signIn.userId))
    .where(
      and(
        eq(signIn.secretHash, query.secretHash),
        gt(signIn.expiresAtMs, query.now),
        gt(signIn.lastSeenAtMs, query.idleSinceMs),
        isNull(user.disabledAtMs),
      ),
    )
    .get()
  if (!row) return undefined
  const { lastSeenAtMs, ...person } = row
  return { person, lastSeenAtMs }
}

/** Notes that a sign-in is in use, at most once a minute. */
export function touchSignIn(db: Db, seen: { secretHash: string; now: number; lastSeenAtMs: number }): void {
  if (seen.now - seen.lastSeenAtMs < touchEveryMs) return
  write(db, (tx) =>
    tx.update(signIn).set({ lastSeenAtMs: seen.now }).where(eq(signIn.secretHash, seen.secretHash)).run(),
  )
}

/** Adds an account. */
export function createUser(tx: Tx, row: typeof user.$inferInsert): void {
  tx.insert(user).values(row).run()
}

/** Adds a sign-in. */
export function createSignIn(tx: Tx, row: typeof signIn.$inferInsert): void {
  tx.insert(signIn).values(row).run()
}
