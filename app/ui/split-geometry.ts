export type SplitPerson = { id: string; name: string; level: number }

export type SplitGeometry = {
  /** Percent along the scale, and a shift in px where several gave the same level. */
  people: (SplitPerson & { at: number; nudge: number })[]
  bracket: { from: number; to: number; apart: number } | null
}

const circlePx = 28

/** Places people on a scale of `of` levels; the bracket spans from two levels of difference on. */
export function splitGeometry(people: readonly SplitPerson[], of: number): SplitGeometry {
  const place = (level: number) => ((level - 1) / (of - 1)) * 100
  const levels = people.map((person) => person.level)
  const low = Math.min(...levels)
  const high = Math.max(...levels)
  return {
    people: people.map((person, index) => {
      const same = people.filter((other) => other.level === person.level)
      const before = people.slice(0, index).filter((other) => other.level === person.level).length
      return { ...person, at: place(person.level), nudge: (before - (same.length - 1) / 2) * circlePx }
    }),
    bracket: high - low >= 2 ? { from: place(low), to: place(high), apart: high - low } : null,
  }
}
