import { accessWords } from './access-words.ts'
import type { Access } from './access.ts'
import { sinceWords } from './since.ts'

export type PersonListItem = {
  id: string
  name: string
  email: string
  access: string
  state: 'active' | 'disabled'
  lastSeenAtMs: number
  lastSeen: string
}

/** One line of the list of people. */
export function toListItem(
  row: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly access: Access
    readonly disabledAtMs: number | null
    readonly lastSeenAtMs: number | null
  },
  now: number,
): PersonListItem {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    access: accessWords[row.access].name,
    state: row.disabledAtMs === null ? 'active' : 'disabled',
    lastSeenAtMs: row.lastSeenAtMs ?? 0,
    lastSeen: row.lastSeenAtMs === null ? 'Not signed in' : sinceWords(row.lastSeenAtMs, now),
  }
}

/** How long an invitation still works: "6 days", "less than a day". */
export function daysWords(untilMs: number, now: number): string {
  const days = Math.round((untilMs - now) / 86_400_000)
  if (days < 1) return 'less than a day'
  return days === 1 ? '1 day' : `${days} days`
}
