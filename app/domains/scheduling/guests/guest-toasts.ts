import type { GuestView } from './guest.ts'

/**
 * What is told after a guest's access was revoked or given back, by what the address says is done: `revoke-` or
 * `restore-` and the guest's id, with the way to take a revocation back.
 */
export function guestToasts(
  guests: readonly Pick<GuestView, 'id' | 'name'>[],
  restore: (guestId: string) => void,
): { words: Record<string, string>; undo: Record<string, () => void> } {
  const words: Record<string, string> = {}
  const undo: Record<string, () => void> = {}
  for (const { id, name } of guests) {
    words[`revoke-${id}`] = `${name} is shut out.`
    words[`restore-${id}`] = `The code of ${name} opens the session again.`
    undo[`revoke-${id}`] = () => restore(id)
  }
  return { words, undo }
}
