import type { WaitingCard } from './card-words.ts'
import { nextToSend } from './draft.ts'

/** A scorecard whose words the server does not have, as other pages tell of it. */
export type UnsentCard = {
  scorecardId: string
  /** "Kim Doe, Designing for failure" */
  title: string
  /** How many fields wait. */
  entries: number
  /** When the oldest of them was typed, by the clock of this device. */
  sinceMs: number | null
  state: UnsentState
}

export type UnsentState =
  | { kind: 'sending' }
  /** The last request failed; it is tried again. */
  | { kind: 'trying'; why: string }
  /** Two versions of a text wait for the person. */
  | { kind: 'choose' }
  /** The server took it in and said no; only the person can do something about it. */
  | { kind: 'refused'; why: string }

/** From then on every page says that something is not saved. */
const warnAfterMs = 3_600_000

/**
 * How a waiting scorecard stands.
 * @param why the last request brought no answers; null when it did, or is on its way
 */
export function unsentCardOf(card: WaitingCard, why: string | null): UnsentCard {
  const { scorecardId, words, drafts } = card
  const since = drafts.flatMap((draft) => draft.sinceMs ?? [])
  return {
    scorecardId,
    title: words.title,
    entries: drafts.length,
    sinceMs: since.length === 0 ? null : Math.min(...since),
    state: stateOf(card, why),
  }
}

function stateOf(card: WaitingCard, why: string | null): UnsentState {
  if (canSend(card)) return why === null ? { kind: 'sending' } : { kind: 'trying', why }
  if (card.drafts.some((draft) => draft.conflict !== null)) return { kind: 'choose' }
  const refusals = card.drafts.flatMap(({ pending: [first] }) =>
    typeof first?.state === 'object' ? first.state.refused : [],
  )
  return { kind: 'refused', why: refusals[0] ?? 'The server did not say why.' }
}

/** Whether anything of a scorecard can be sent without its person. */
export function canSend(card: WaitingCard): boolean {
  return card.drafts.some((draft) => nextToSend(draft) !== undefined)
}

/** Whether a card has waited for so long that every page says so. A clock that was set meanwhile counts as long. */
export function isOverdue(card: Pick<UnsentCard, 'sinceMs'>, nowMs: number): boolean {
  return card.sinceMs !== null && Math.abs(nowMs - card.sinceMs) >= warnAfterMs
}

/** "1 entry", "3 entries" */
export function entryWords(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}
