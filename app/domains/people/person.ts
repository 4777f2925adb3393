import type { Access } from './access.ts'

/** Whoever is signed in. */
export type Person = { id: string; name: string; email: string; access: Access }

/** Up to two initials for the mark beside a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join('')
    .toLocaleUpperCase()
}
