import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  or,
  sql,
  type Placeholder,
} from 'drizzle-orm'
import { prepared, write, type Db, type Tx } from '#db/client.server.ts'
import { signIn, user } from '#db/schema/people.ts'
import { accessCode } from '#db/schema/scorecards.ts'
import type { Person } from './person.ts'

const touchEveryMs = 60_000

type Moment = number | Placeholder

/** A sign-in that was seen further ahead than it may be idle was seen by a clock that was wrong, and would never end. */
function isLive(at: { now: Moment; idleSinceMs: Moment; idleUntilMs: Moment }) {
  return and(
    gt(signIn.expiresAtMs, at.now),
    gt(signIn.lastSeenAtMs, at.idleSinceMs),
    lt(signIn.lastSeenAtMs, at.idleUntilMs),
  )
}

/** `now`, and how long a sign-in may be idle. */
type SignInWindow = { now: number; idleMs: number }

function windowOf({ now, idleMs }: SignInWindow) {
  return { now, idleSinceMs: now - idleMs, idleUntilMs: now + idleMs }
}

const signInPerson = prepared((db) =>
  db
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
        eq(signIn.secretHash, sql.placeholder('secretHash')),
        isLive({
          now: sql.placeholder('now'),
          idleSinceMs: sql.placeholder('idleSinceMs'),
          idleUntilMs: sql.placeholder('idleUntilMs'),
        }),
        isNull(user.disabledAtMs),
        or(ne(user.access, 'guest'), hasLiveCode(db, sql.placeholder('now'))),
      ),
    )
    .prepare(),
)

/**
 * The person of a live sign-in; none when it expired, was idle too long, or the account is disabled. A guest's needs a
 * code that is accepted, has not ended and was not revoked, at every request.
 */
export function findSignInPerson(
  db: Db,
  query: { secretHash: string } & SignInWindow,
): { person: Person; lastSeenAtMs: number } | undefined {
  const row = signInPerson(db).get({ secretHash: query.secretHash, ...windowOf(query) })
  if (!row) return undefined
  const { lastSeenAtMs, ...person } = row
  return { person, lastSeenAtMs }
}

function hasLiveCode(db: Db, now: Placeholder) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(accessCode)
      .where(
        and(
          eq(accessCode.userId, user.id),
          isNotNull(accessCode.acceptedAtMs),
          isNull(accessCode.revokedAtMs),
          gt(accessCode.expiresAtMs, now),
        ),
      ),
  )
}

/** Notes that a sign-in is in use, at most once a minute. */
export function touchSignIn(db: Db, seen: { secretHash: string; now: number; lastSeenAtMs: number }): void {
  if (Math.abs(seen.now - seen.lastSeenAtMs) < touchEveryMs) return
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

/** How many accounts there are, disabled ones included. */
export function countUsers(db: Db | Tx): number {
  return db.select({ n: count() }).from(user).get()?.n ?? 0
}

/** When the first account was made; undefined before set-up. */
export function findFirstAccountTime(db: Db): number | undefined {
  return db.select({ atMs: user.createdAtMs }).from(user).orderBy(asc(user.createdAtMs)).limit(1).get()?.atMs
}

// A guest has a user row and no account: none of these finds one, so that nothing for accounts reaches them.
const isAccount = ne(user.access, 'guest')

const accountColumns = {
  id: user.id,
  name: user.name,
  email: user.email,
  access: user.access,
  passwordHash: user.passwordHash,
  disabledAtMs: user.disabledAtMs,
}

/** An account with what proves its owner; never leaves the use cases. */
export function findAccountByEmail(db: Db | Tx, email: string) {
  return db
    .select(accountColumns)
    .from(user)
    .where(and(eq(user.email, email), isAccount))
    .get()
}

/** An account with what proves its owner, by id. */
export function findAccount(db: Db | Tx, id: string) {
  return db
    .select(accountColumns)
    .from(user)
    .where(and(eq(user.id, id), isAccount))
    .get()
}

/** Every account with when it was last in use, by name. */
export function listAccounts(db: Db | Tx) {
  return db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      access: user.access,
      createdAtMs: user.createdAtMs,
      disabledAtMs: user.disabledAtMs,
      lastSeenAtMs: sql<
        number | null
      >`(select max(${signIn.lastSeenAtMs}) from ${signIn} where ${signIn.userId} = ${user.id})`,
    })
    .from(user)
    .where(isAccount)
    .orderBy(asc(sql`lower(${user.name})`), asc(user.id))
    .all()
}

/** Changes name, access, password or whether an account is disabled. */
export function updateUser(
  tx: Tx,
  id: string,
  change: Partial<Pick<typeof user.$inferInsert, 'name' | 'access' | 'passwordHash' | 'disabledAtMs'>>,
): void {
  tx.update(user).set(change).where(eq(user.id, id)).run()
}

const shortIdLength = 16

/** The live sign-ins of a person, the latest first, by the first signs of their hash. */
export function listSignIns(db: Db, query: { userId: string } & SignInWindow) {
  return db
    .select({
      id: sql<string>`substr(${signIn.secretHash}, 1, ${sql.raw(String(shortIdLength))})`,
      device: signIn.device,
      createdAtMs: signIn.createdAtMs,
      lastSeenAtMs: signIn.lastSeenAtMs,
    })
    .from(signIn)
    .where(and(eq(signIn.userId, query.userId), isLive(windowOf(query))))
    .orderBy(desc(signIn.lastSeenAtMs))
    .all()
}

/** The name of a sign-in in a list, from its hash. */
export function shortSignInId(secretHash: string): string {
  return secretHash.slice(0, shortIdLength)
}

/** Ends one sign-in of a person. */
export function deleteSignIn(tx: Tx, given: { userId: string; shortId: string }): number {
  if (!/^[0-9a-f]{16}$/.test(given.shortId)) return 0
  return tx
    .delete(signIn)
    .where(and(eq(signIn.userId, given.userId), like(signIn.secretHash, `${given.shortId}%`)))
    .run().changes
}

/** Ends the sign-in behind a cookie, whoever it belongs to. */
export function deleteSignInBySecret(tx: Tx, secretHash: string): void {
  tx.delete(signIn).where(eq(signIn.secretHash, secretHash)).run()
}

/** Ends all sign-ins of a person, or all but one; expired ones of everybody go with them. */
export function deleteSignInsOf(tx: Tx, given: { userId: string; now: number; keepHash?: string }): void {
  tx.delete(signIn)
    .where(and(eq(signIn.userId, given.userId), ne(signIn.secretHash, given.keepHash ?? '')))
    .run()
  deleteExpiredSignIns(tx, given.now)
}

/** Clears away sign-ins that have expired. */
export function deleteExpiredSignIns(tx: Tx, now: number): void {
  tx.delete(signIn).where(lte(signIn.expiresAtMs, now)).run()
}
