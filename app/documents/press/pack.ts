/**
 * Puts items on as few pages as hold them, in their order, and evens out what is left free.
 * @param room height of page n, counted from 0; a page with a head of its own may hold nothing else
 * @returns for each page how many items stand on it; one empty page when there are none
 * @throws RangeError when an item is higher than its page and the next one
 */
export function packPages(heights: readonly number[], room: (page: number) => number): number[] {
  if (heights.length === 0) return [0]
  const count = countPages(heights, room)
  const sums = [0]
  for (const height of heights) sums.push((sums.at(-1) ?? 0) + height)
  const between = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0)

  // best[n]: the least waste of putting the first n items on the pages so far, and where the last page begins.
  let best = new Map([[0, 0]])
  const begins: Map<number, number>[] = []
  for (let page = 0; page < count; page++) {
    const next = new Map<number, number>()
    const begin = new Map<number, number>()
    for (const [from, waste] of best)
      for (let to = from; to <= heights.length; to++) {
        const free = room(page) - between(from, to)
        if (free < 0) break
        const total = waste + free * free
        if (total >= (next.get(to) ?? Infinity)) continue
        next.set(to, total)
        begin.set(to, from)
      }
    best = next
    begins.push(begin)
  }
  const counts: number[] = []
  let end = heights.length
  for (const begin of begins.toReversed()) {
    const from = begin.get(end) ?? 0
    counts.unshift(end - from)
    end = from
  }
  return counts
}

function countPages(heights: readonly number[], room: (page: number) => number): number {
  let page = 0
  let free = room(0)
  let held = 0
  for (const height of heights) {
    while (height > free) {
      const isNoUse = held === 0 && room(page + 1) <= free
      if (isNoUse) throw new RangeError('A block is higher than its page.')
      page++
      free = room(page)
      held = 0
    }
    free -= height
    held++
  }
  return page + 1
}

/**
 * Shares spare lines among those who can use them, one by one from the first.
 * @param most for each how many it takes
 * @returns for each how many it gets
 */
export function shareLines(spare: number, most: readonly number[]): number[] {
  const shares = most.map(() => 0)
  let left = Math.max(0, Math.floor(spare))
  while (left > 0) {
    let isTaken = false
    for (const [i, limit] of most.entries()) {
      const share = shares[i] ?? 0
      if (left === 0 || share >= limit) continue
      shares[i] = share + 1
      left--
      isTaken = true
    }
    if (!isTaken) break
  }
  return shares
}
