import { formatWhen, type When } from '#app/lib/dates.ts'
import type { VersionItem } from './version-items.ts'

/** A version with its moment in the reader's zone. */
export type DatedVersion = Omit<VersionItem, 'createdAtMs'> & { when: When }

/** Versions for a list, their moments in words for somebody in this zone. */
export function datedVersions(
  items: readonly VersionItem[],
  as: { now: number; zone: string },
): DatedVersion[] {
  return items.map(({ createdAtMs, ...item }) => ({ ...item, when: formatWhen(createdAtMs, as) }))
}
