import type { LucideIcon } from 'lucide-react'

export type NavItem = {
  to: string
  label: string
  icon: LucideIcon
  /** How many things wait there; nothing is shown for 0. */
  count?: number | undefined
  /** Current only on this very address, not below it (Home). */
  isExact?: boolean | undefined
  /** Where other pages begin at which it is current too. */
  also?: readonly string[] | undefined
  /** The letter after `g` that goes there. */
  key?: string | undefined
}

/** A group of the rail; the first usually has no title in view but a label for screen readers. */
export type NavGroup = { label: string; isTitleShown?: boolean | undefined; items: readonly NavItem[] }

export type SignedIn = { name: string; access: string }

/** Up to two letters: "Maren Hoekstra" gives MH. What stands in brackets is no part of the name. */
export function initials(name: string): string {
  const words = name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0],
  )
  return letters.join('').toLocaleUpperCase()
}
