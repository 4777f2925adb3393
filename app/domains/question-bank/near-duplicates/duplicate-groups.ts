/**
 * Joins pairs into groups: whoever hangs together by any chain of pairs is one group.
 * @returns groups of at least two ids, each sorted, in the order of their first id
 */
export function groupPairs(pairs: readonly { a: string; b: string }[]): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const { a, b } of pairs) {
    const joined = new Set([a, b, ...(groupOf.get(a) ?? []), ...(groupOf.get(b) ?? [])])
    for (const id of joined) groupOf.set(id, joined)
  }
  return [...new Set(groupOf.values())]
    .map((group) => [...group].sort())
    .sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1))
}
