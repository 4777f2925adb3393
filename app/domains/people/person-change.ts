import { can, type Access } from './access.ts'
import type { Person } from './person.ts'

/** An account as the rules about accounts see it. */
export type Account = { readonly id: string; readonly access: Access; readonly isDisabled: boolean }

/** The access levels that a person may give to somebody new: a manager none that stands beside or above theirs. */
export function listGrantable(access: Access): Access[] {
  if (access === 'administrator')
    return ['interviewer', 'manager', 'coordinator', 'observer', 'administrator']
  if (access === 'manager') return ['interviewer', 'coordinator', 'observer']
  return []
}

/** Whether a person may make a reset link for another; whoever holds the link can sign in as them. */
export function mayReset(actor: Pick<Person, 'id' | 'access'>, account: Account): boolean {
  if (actor.id === account.id || account.isDisabled || !can(actor.access, 'people.reset', 'other'))
    return false
  return actor.access === 'administrator' || listGrantable(actor.access).includes(account.access)
}

/**
 * Why an account may not be changed as asked, in words; null when it may.
 * @param accounts every account of the installation
 */
export function whyNotChange(
  actor: Pick<Person, 'id'>,
  account: Account,
  change: { readonly access: Access; readonly isDisabled: boolean },
  accounts: readonly Account[],
): string | null {
  const losesRights = change.isDisabled || change.access !== 'administrator'
  const others = accounts.filter(
    (other) => other.id !== account.id && other.access === 'administrator' && !other.isDisabled,
  )
  if (account.access === 'administrator' && !account.isDisabled && losesRights && others.length === 0)
    return 'This is the last administrator. Make somebody else an administrator first.'
  if (actor.id === account.id) return 'Nobody changes their own access. Ask another administrator.'
  return null
}
