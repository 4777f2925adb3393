import type { Db } from '#db/client.server.ts'
import type { Person } from './person.ts'
import { findAccountByEmail } from './store.server.ts'

/**
 * The person in whose name a command at the console works: whoever holds the machine may name anybody.
 * @returns undefined for an unknown e-mail and for a disabled account
 */
export function findPersonAtConsole(db: Db, email: string): Person | undefined {
  const account = findAccountByEmail(db, email.trim().toLowerCase())
  if (!account || account.disabledAtMs !== null) return undefined
  const { id, name, access } = account
  return { id, name, email: account.email, access }
}
