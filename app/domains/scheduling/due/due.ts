import type { Seat } from '#app/domains/scorecards/seat.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How long after the end of an interview its scorecards are due: within a day, what was said is still remembered. */
export const dueAfterHours = 24

/** When the scorecards of a session are due. */
export function dueAtOf(session: { startsAtMs: number; minutes: number }): number {
  return session.startsAtMs + session.minutes * minuteMs + dueAfterHours * hourMs
}

export type Urgency = 'late' | 'today' | 'later'

/**
 * How a due time stands.
 * @param at `dayEndMs` is the moment at which the next day begins where the viewer is
 */
export function urgencyOf(dueAtMs: number, at: { now: number; dayEndMs: number }): Urgency {
  if (dueAtMs <= at.now) return 'late'
  return dueAtMs < at.dayEndMs ? 'today' : 'later'
}

/** By how much a due time is past, in whole units: "20 min late", "3 h late", from two days on "2 days late". */
export function lateWords(dueAtMs: number, now: number): string {
  const minutes = Math.max(1, Math.floor((now - dueAtMs) / minuteMs))
  if (minutes < 60) return `${minutes} min late`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h late` : `${Math.floor(hours / 24)} days late`
}

/** A card that somebody owes for an interview that is over: facts alone, nothing of what it says. */
export type OwedCard = {
  sessionId: string
  personId: string
  personName: string
  isGuest: boolean
  /** Their account is closed, so that nobody will fill the card. */
  isClosed: boolean
  seat: Seat
  scorecardId: string | null
  candidateId: string
  candidateName: string
  /** "B Working with partners" */
  interview: string
  panelId: string
  panelName: string
  startsAtMs: number
  dueAtMs: number
  state: 'not-begun' | 'draft'
  remindedAtMs: number | null
}

export const dueFilters = ['late', 'today', 'all'] as const
export type DueFilter = (typeof dueFilters)[number]

/** A person with what they owe: all of it, and what the filters leave. */
export type DuePerson = { personId: string; name: string; owed: OwedCard[]; shown: OwedCard[] }

export type DueList = {
  people: DuePerson[]
  shown: number
  /** How many each filter leaves, under the panel chosen. */
  counts: Record<DueFilter, number>
  /** How many each panel leaves, under the filter chosen. */
  panels: { id: string; name: string; count: number }[]
}

/**
 * Who owes what, by person: whoever has waited longest first.
 * @param choice `panelId` keeps one panel; null keeps all
 */
export function arrangeDue(
  cards: readonly OwedCard[],
  choice: { show: DueFilter; panelId: string | null },
  at: { now: number; dayEndMs: number },
): DueList {
  const passes = (card: OwedCard, show: DueFilter) => show === 'all' || urgencyOf(card.dueAtMs, at) === show
  const isOfPanel = (card: OwedCard) => choice.panelId === null || card.panelId === choice.panelId
  const count = (show: DueFilter) => cards.filter((card) => isOfPanel(card) && passes(card, show)).length
  const inOrder = cards.toSorted(
    (a, b) => a.dueAtMs - b.dueAtMs || a.personName.localeCompare(b.personName, 'en'),
  )
  const shown = inOrder.filter((card) => isOfPanel(card) && passes(card, choice.show))
  const people = new Map<string, DuePerson>()
  for (const card of shown) {
    const { personId, personName } = card
    const entry = people.get(personId) ?? {
      personId,
      name: personName,
      owed: inOrder.filter((other) => other.personId === personId),
      shown: [],
    }
    entry.shown.push(card)
    people.set(personId, entry)
  }
  const panels = new Map(cards.map((card) => [card.panelId, card.panelName]))
  return {
    people: [...people.values()],
    shown: shown.length,
    counts: { late: count('late'), today: count('today'), all: count('all') },
    panels: [...panels]
      .map(([id, name]) => ({
        id,
        name,
        count: cards.filter((card) => card.panelId === id && passes(card, choice.show)).length,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  }
}

/** A person gets one mail an hour at most, however many organisers press the button. */
const remindEveryMs = hourMs

/** When a person was last reminded of anything they owe; null when never. */
export function remindedAtOf(owed: readonly Pick<OwedCard, 'remindedAtMs'>[]): number | null {
  return owed.reduce<number | null>(
    (last, { remindedAtMs }) => (remindedAtMs !== null && remindedAtMs > (last ?? 0) ? remindedAtMs : last),
    null,
  )
}

/** Whether a mail may be sent now, or why not. */
export type MailStanding = 'may' | 'guest' | 'closed' | 'too-soon' | 'nothing-owed'

/** Decides whether a person may be reminded by mail of what they owe. */
export function standForMail(owed: readonly OwedCard[], now: number): MailStanding {
  const [first] = owed
  if (!first) return 'nothing-owed'
  if (first.isGuest) return 'guest'
  if (first.isClosed) return 'closed'
  const last = remindedAtOf(owed)
  // A reminder noted by a clock that was ahead must not hold mails back until then.
  return last !== null && Math.abs(now - last) < remindEveryMs ? 'too-soon' : 'may'
}
