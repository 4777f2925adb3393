/** A set of small whole numbers, a bit for each. Sets that are combined have the same size. */
export type BitSet = Uint32Array

/** An empty set for numbers from 0 to below `size`. */
export function makeBitSet(size: number): BitSet {
  return new Uint32Array(Math.ceil(size / 32))
}

export function bitSetOf(size: number, members: Iterable<number>): BitSet {
  const set = makeBitSet(size)
  for (const member of members) addBit(set, member)
  return set
}

export function addBit(set: BitSet, member: number): void {
  set[member >>> 5] = (set[member >>> 5] ?? 0) | (1 << (member & 31))
}

/** Its members from the smallest. */
export function listMembers(set: BitSet): number[] {
  const members: number[] = []
  for (let at = 0; at < set.length; at++)
    for (let left = set[at] ?? 0; left !== 0; left &= left - 1)
      members.push(at * 32 + 31 - Math.clz32(left & -left))
  return members
}

/** The members for which `isKept` holds. */
export function keepMembers(set: BitSet, isKept: (member: number) => boolean): BitSet {
  const kept = new Uint32Array(set.length)
  for (const member of listMembers(set)) if (isKept(member)) addBit(kept, member)
  return kept
}

export function countMembers(set: BitSet): number {
  return countCommon(set, set)
}

/** What is in both. */
export function intersect(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word & (b[at] ?? 0))
}

/** What is in the first and not in the second. */
export function subtract(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word & ~(b[at] ?? 0))
}

/** What is in any of them. */
export function unite(size: number, sets: readonly BitSet[]): BitSet {
  const united = makeBitSet(size)
  for (const set of sets)
    for (let at = 0; at < united.length; at++) united[at] = (united[at] ?? 0) | (set[at] ?? 0)
  return united
}

/** How many are in both. */
export function countCommon(a: BitSet, b: BitSet): number {
  let count = 0
  for (let at = 0; at < a.length; at++) count += countOnes((a[at] ?? 0) & (b[at] ?? 0))
  return count
}

/** The ones of a 32-bit word, added up in pairs, fours and bytes. */
export function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
