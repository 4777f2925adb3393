/** Somebody whose card counts, and how many scorecards they had handed in before the debrief. */
export type Speaker = { id: string; name: string; handedIn: number }

/**
 * Who speaks first: whoever has the fewest interviews behind them, so that nobody falls in with the most experienced;
 * what is equal by name.
 * @returns ids
 */
export function orderByExperience(speakers: readonly Speaker[]): string[] {
  return speakers
    .toSorted(
      (a, b) => a.handedIn - b.handedIn || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1),
    )
    .map((speaker) => speaker.id)
}

/**
 * The order that was kept, with those who came later at its end.
 * @param kept as it stands; whoever has no card any more is left out
 * @param byExperience everybody whose card counts
 */
export function completeOrder(kept: readonly string[], byExperience: readonly string[]): string[] {
  return [
    ...kept.filter((id) => byExperience.includes(id)),
    ...byExperience.filter((id) => !kept.includes(id)),
  ]
}

/** Puts one person at another place; beyond either end is that end. */
export function moveSpeaker(order: readonly string[], move: { id: string; to: number }): string[] {
  if (!order.includes(move.id)) return [...order]
  const rest = order.filter((id) => id !== move.id)
  return rest.toSpliced(Math.max(0, Math.min(move.to, rest.length)), 0, move.id)
}
