/**
 * Groups candidates that are connected by shared interviewers, by union and find: scores of two groups can only be compared
 * under an assumption about the interviewers.
 * @param candidates how many there are
 * @param meetings who met whom, by place
 * @returns the candidates of each group in rising order; the largest group first, then by its first candidate
 */
export function groupConnected(
  candidates: number,
  meetings: readonly { candidate: number; interviewer: number }[],
): number[][] {
  const parents = Array.from({ length: candidates }, (_, i) => i)
  const find = (node: number): number => {
    let root = node
    while (parents[root] !== root) root = parents[root] ?? root
    for (let step = node; step !== root;) {
      const next = parents[step] ?? root
      parents[step] = root
      step = next
    }
    return root
  }
  const metBy = new Map<number, number>()
  for (const { candidate, interviewer } of meetings) {
    const other = metBy.get(interviewer)
    if (other === undefined) metBy.set(interviewer, candidate)
    else {
      const [a, b] = [find(candidate), find(other)]
      parents[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const groups = new Map<number, number[]>()
  for (let candidate = 0; candidate < candidates; candidate++) {
    const root = find(candidate)
    const group = groups.get(root)
    if (group) group.push(candidate)
    else groups.set(root, [candidate])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}
