import { can, type Action } from '#app/domains/people/access.ts'
import type { Person } from '#app/domains/people/person.ts'

/**
 * Whose candidates or sessions a person reaches by an action: all, their own, or none.
 * @returns the scope for a store, or undefined when their access never allows it
 */
export function scopeOf(user: Person, action: Action): { interviewerId: string | null } | undefined {
  if (can(user.access, action, 'other')) return { interviewerId: null }
  return can(user.access, action, 'own') ? { interviewerId: user.id } : undefined
}
