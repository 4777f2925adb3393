import { formatPrinted } from '#app/lib/dates.ts'
import type { ScorecardView } from './scorecard-view.ts'

/** A card as it is printed: with its moments in words. */
export type PrintedCard = {
  card: ScorecardView
  times: { held: string | null; submitted: string | null; amended: string[] }
  /** When it was handed in, else when the session is held; 0 where neither is known. */
  atMs: number
}

/** @param zone of whoever prints */
export function printCard(card: ScorecardView, zone: string): PrintedCard {
  return {
    card,
    times: {
      held: card.startsAtMs === null ? null : formatPrinted(card.startsAtMs, zone),
      submitted: card.submittedAtMs === null ? null : formatPrinted(card.submittedAtMs, zone),
      amended: card.amendments.map((amendment) => formatPrinted(amendment.atMs, zone)),
    },
    atMs: card.submittedAtMs ?? card.startsAtMs ?? 0,
  }
}
