/** Which items carry which tag. */
export type TagIndex = {
  /** How many tags each item carries. */
  sizes: Uint8Array
  /** Adds to shared[i], for every item i > after, how many of the tags it carries. */
  addShared: (tags: ReadonlySet<string>, shared: Uint8Array, after: number) => void
}

/** @param tagged the tags of each item, at most 255 */
export function buildTagIndex(tagged: readonly ReadonlySet<string>[]): TagIndex {
  const holders = new Map<string, number[]>()
  tagged.forEach((tags, item) => {
    for (const tag of tags) {
      const held = holders.get(tag)
      if (held) held.push(item)
      else holders.set(tag, [item])
    }
  })
  return {
    sizes: Uint8Array.from(tagged, (tags) => tags.size),
    addShared(tags, shared, after) {
      for (const tag of tags) {
        const held = holders.get(tag) ?? []
        // From the end, since they stand in rising order and only those beyond `after` are wanted.
        for (let at = held.length - 1; at >= 0; at--) {
          const item = held[at] ?? 0
          if (item <= after) break
          shared[item] = (shared[item] ?? 0) + 1
        }
      }
    },
  }
}
