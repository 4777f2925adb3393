import type { DuplicateVerdict } from './near-duplicate.ts'

type Said = DuplicateVerdict | 'none'

/** What was just said about a pair, and what had stood before: enough to tell it and to take it back. */
export type VerdictDone = { verdict: Said; aId: string; bId: string; before: Said }

/** As one value of an address: `same_a_b_none`. Ids of questions hold no underscore. */
export function writeVerdictDone({ verdict, aId, bId, before }: VerdictDone): string {
  return [verdict, aId, bId, before].join('_')
}

/** What `writeVerdictDone` wrote; undefined for anything else. */
export function readVerdictDone(text: string | null): VerdictDone | undefined {
  const [verdict, aId, bId, before, ...more] = (text ?? '').split('_')
  if (!aId || !bId || !isSaid(verdict) || !isSaid(before) || more.length > 0) return undefined
  return { verdict, aId, bId, before }
}

function isSaid(word: string | undefined): word is Said {
  return word === 'same' || word === 'different' || word === 'none'
}

/** What is told after it was said. */
export const verdictDoneWords: Record<Said, string> = {
  same: 'Noted: the two ask the same. A panel that asks both is warned.',
  different: 'Noted: the two differ. They are no longer suggested.',
  none: 'Taken back.',
}
