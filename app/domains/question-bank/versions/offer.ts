import type { ContentKind } from './content-kind.ts'
import type { FieldDifference } from './difference.ts'

/** A version as the rule for offers needs it. */
export type OfferedVersion = { id: string; number: number; contentHash: string; isShipped: boolean }

/**
 * The shipped version that stands beside what the team wrote and waits for somebody to look at it: the newest one,
 * which came after the team's first own version, says something else than the current one, and was not declined.
 * @param versions of one thing, in any order
 * @param state which of them is current, and which shipped one the team looked at and did not take
 */
export function findOffered(
  versions: readonly OfferedVersion[],
  state: { currentVersionId: string | null; declinedVersionId: string | null },
): { ours: OfferedVersion; theirs: OfferedVersion } | null {
  const byNumber = versions.toSorted((a, b) => a.number - b.number)
  const ours = versions.find((version) => version.id === state.currentVersionId)
  const theirs = byNumber.findLast((version) => version.isShipped)
  const firstOwn = byNumber.find((version) => !version.isShipped)
  if (!ours || ours.isShipped || !theirs || !firstOwn) return null
  const isNews = theirs.number > firstOwn.number && theirs.contentHash !== ours.contentHash
  return isNews && theirs.id !== state.declinedVersionId ? { ours, theirs } : null
}

/** A shipped version beside the team's, with what differs. */
export type Offer = {
  kind: ContentKind
  id: string
  name: string
  ours: { id: string; number: number; by: string; createdAtMs: number }
  theirs: { id: string; number: number; createdAtMs: number }
  /** From ours to theirs. */
  differences: FieldDifference[]
}
