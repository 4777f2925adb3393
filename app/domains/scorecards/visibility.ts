import type { Access } from '#app/domains/people/access.ts'
import { isSealed } from './scorecard.ts'
import type { Seat } from './seat.ts'

/** One scorecard that is owed or handed in for a candidate; a card not begun has no submittedAtMs either. */
export type CardStanding = {
  scorecardId: string
  interviewerId: string
  seat: Seat
  submittedAtMs: number | null
}

export type Viewer = {
  id: string
  access: Access
  hasOverride: boolean
  /** They still owe a card of this candidate on another panel. */
  owesElsewhere: boolean
}

/**
 * The rule of independence: which scorecards of ONE candidate on ONE panel a person may see now.
 * Own cards always. Somebody who interviews this candidate, or sits in as a shadow: the others' sealed cards once all
 * own cards are sealed. Managers, coordinators, observers and administrators who do neither: only when every card that
 * an interviewer owes is sealed; a shadow's missing card holds nobody back, and theirs alone opens nothing.
 * Interviewers who do not interview this candidate: never. An override (logged) opens what is sealed to those who
 * do not interview: whoever is put into a session afterwards hands in their own cards first like everybody.
 * A card of the same candidate that is owed on another panel closes both panels to its writer.
 * A guest sees their own and never another, handed in or not.
 * @param owed every card owed for the candidate's sessions that were neither cancelled nor missed
 * @returns the ids of the visible cards
 */
export function listVisibleCards(viewer: Viewer, owed: readonly CardStanding[], now: number): Set<string> {
  const own = owed.filter((card) => card.interviewerId === viewer.id)
  if (viewer.owesElsewhere || viewer.access === 'guest') return new Set(own.map((card) => card.scorecardId))
  const others = owed.filter((card) => card.interviewerId !== viewer.id)
  const sealedOthers = others.filter((card) => isSealed(card, now))
  const counted = others.filter((card) => card.seat === 'interviewer')
  const isOpen =
    own.length > 0
      ? own.every((card) => isSealed(card, now))
      : viewer.access !== 'interviewer' && counted.length > 0 && counted.every((card) => isSealed(card, now))
  const mayOverride = viewer.hasOverride && viewer.access !== 'interviewer' && own.length === 0
  const visible = isOpen || mayOverride ? [...own, ...sealedOthers] : own
  return new Set(visible.map((card) => card.scorecardId))
}
