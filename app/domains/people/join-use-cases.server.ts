import { conflict, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { hashSecret, newId, newSecret } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { write, type Db, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import type { Access } from './access.ts'
import {
  acceptInvitationRow,
  createInvitation,
  findInvitation,
  revokeInvitations,
  type InvitationRow,
} from './link-store.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { passwordProblem } from './password.ts'
import { signInWithPassword, startSignIn, type Browser } from './sign-in-use-cases.server.ts'
import { countUsers, createUser, findAccountByEmail } from './store.server.ts'

const dayMs = 86_400_000
const setUpLastsMs = 7 * dayMs

type Joining = { token: string; name: string; email: string; password: string }

/**
 * Makes the one-time link that creates the first administrator; a former one stops working.
 * @returns the path of the link, null when somebody has an account already
 */
export function createSetUpLink(services: Pick<Services, 'db' | 'now'>): string | null {
  const now = services.now()
  return write(services.db, (tx) => {
    if (countUsers(tx) > 0) return null
    const token = newSecret()
    revokeInvitations(tx, 'set-up', now)
    createInvitation(tx, {
      id: newId(),
      tokenHash: hashSecret(token),
      access: 'administrator',
      createdAtMs: now,
      expiresAtMs: now + setUpLastsMs,
    })
    return paths.setUp(token)
  })
}

export type LinkState = 'open' | 'used' | 'expired'

/** Whether the set-up link can still be used; not found when there never was such a link. */
export function readSetUpLink(services: Services, token: string): Result<{ state: LinkState }> {
  const row = findInvitation(services.db, hashSecret(token))
  if (row?.invitedBy !== null) return notFound
  return ok({ state: countUsers(services.db) > 0 ? 'used' : stateOf(row, services.now()) })
}

/** What an invitation says to the person who opens it. */
export function readInvitation(
  services: Services,
  token: string,
): Result<{ state: LinkState; email: string; access: Access }> {
  const row = findInvitation(services.db, hashSecret(token))
  if (!row?.invitedBy || !row.email) return notFound
  return ok({ state: stateOf(row, services.now()), email: row.email, access: row.access })
}

function stateOf(row: InvitationRow, now: number): LinkState {
  if (row.acceptedAtMs !== null) return 'used'
  return row.revokedAtMs !== null || row.expiresAtMs <= now ? 'expired' : 'open'
}

/**
 * Creates the first administrator and signs them in. The same form sent twice signs the same person in.
 * @returns the secret for the cookie
 */
export async function completeSetUp(
  services: Services,
  input: Joining,
  browser: Browser,
): Promise<Result<{ secret: string }>> {
  const link = readSetUpLink(services, input.token)
  if (!link.ok) return link
  return join(services, input, { browser, isOpen: (db) => countUsers(db) === 0 })
}

/**
 * Creates the invited account and signs it in. The same form sent twice signs the same person in.
 * @returns the secret for the cookie
 */
export async function acceptInvitation(
  services: Services,
  input: Omit<Joining, 'email'>,
  browser: Browser,
): Promise<Result<{ secret: string }>> {
  const link = readInvitation(services, input.token)
  if (!link.ok) return link
  const email = link.value.email
  return join(services, { ...input, email }, { browser, isOpen: (db) => !findAccountByEmail(db, email) })
}

async function join(
  services: Services,
  input: Joining,
  how: { browser: Browser; isOpen: (db: Db | Tx) => boolean },
): Promise<Result<{ secret: string }>> {
  const { db } = services
  const tokenHash = hashSecret(input.token)
  const isOpen = (at: Db | Tx): InvitationRow | undefined => {
    const row = findInvitation(at, tokenHash)
    return row && stateOf(row, services.now()) === 'open' && how.isOpen(at) ? row : undefined
  }
  if (!isOpen(db)) return joinedBefore(services, input, how.browser)
  const problem = passwordProblem(input.password, input)
  if (problem) return invalid('password', problem)
  const passwordHash = await hashPassword(input.password)
  const secret = write(db, (tx) => {
    const row = isOpen(tx)
    if (!row) return null
    const now = services.now()
    const userId = newId()
    const { name, email } = input
    createUser(tx, { id: userId, name, email, passwordHash, access: row.access, createdAtMs: now })
    acceptInvitationRow(tx, row.id, now)
    const subject = { subjectKind: 'user', subjectId: userId, detail: { access: row.access } }
    recordAuditEvent(tx, { atMs: now, actorId: row.invitedBy ?? userId, action: 'person.join', ...subject })
    return startSignIn(tx, { userId, browser: how.browser, now })
  })
  return secret === null ? joinedBefore(services, input, how.browser) : ok({ secret })
}

/** A form that was sent twice finds its own account; anybody else learns that the link is used up. */
async function joinedBefore(
  services: Services,
  input: Joining,
  browser: Browser,
): Promise<Result<{ secret: string }>> {
  const again = await signInWithPassword(services, input, browser)
  if (again.ok || again.error.kind === 'limited') return again
  return conflict('This link has been used, or it has expired. Sign in, or ask for a new link.')
}
