import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { dayBoundsOf, formatPrinted, formatWhen } from '#app/lib/dates.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import { paths } from '#app/paths.ts'
import type { Db, Tx } from '#db/client.server.ts'
import { displayNameOf } from '../candidate.ts'
import { interviewOf, readSnapshots } from '../loop-use-cases.server.ts'
import type { DuePage, DuePersonRow } from './due-page.ts'
import { listOwedSeats } from './due-store.server.ts'
import {
  arrangeDue,
  dueAtOf,
  lateWords,
  remindedAtOf,
  standForMail,
  urgencyOf,
  type DueFilter,
  type OwedCard,
} from './due.ts'
import { guestReminderText, reminderText } from './reminder-text.ts'

/** Cards owed, with the address of whoever owes them; an address reaches no page. */
export type AddressedCard = OwedCard & { email: string }

/** Every card that is owed now for an interview that is over. */
export function listOwed(db: Db | Tx, query: { now: number; personId?: string }): AddressedCard[] {
  const rows = listOwedSeats(db, query)
  const snapshots = readSnapshots(db, rows)
  return rows.flatMap((row) => {
    const interview = interviewOf(snapshots, row)
    const { startsAtMs, access, disabledAtMs, hasDraft, candidateName, candidateCode, ...card } = row
    if (!interview || startsAtMs === null) return []
    if (startsAtMs + interview.minutes * 60_000 > query.now) return []
    return {
      ...card,
      isGuest: access === 'guest',
      isClosed: access !== 'guest' && disabledAtMs !== null,
      candidateName: displayNameOf({ name: candidateName, code: candidateCode }),
      interview: `${interview.letter} ${interview.focus}`,
      startsAtMs,
      dueAtMs: dueAtOf({ startsAtMs, minutes: interview.minutes }),
      state: hasDraft ? ('draft' as const) : ('not-begun' as const),
    }
  })
}

type Look = { zone: string; baseUrl: string }

/** Who owes which scorecards, with a ready text to remind each of them. */
export function getDuePage(
  ctx: Ctx,
  input: Look & { show: DueFilter; panelId: string | null },
): Result<DuePage> {
  if (!can(ctx.user.access, 'scorecard.remind', 'other')) return forbidden
  const at = { now: ctx.now, dayEndMs: dayBoundsOf(ctx.now, input.zone).toMs }
  const say = (atMs: number) => formatWhen(atMs, { now: ctx.now, zone: input.zone })
  const list = arrangeDue(withoutAddresses(listOwed(ctx.db, ctx)), input, at)
  const people = list.people.map(({ personId, name, owed, shown }): DuePersonRow => {
    const last = remindedAtOf(owed)
    return {
      personId,
      name,
      isGuest: owed.some((card) => card.isGuest),
      isClosed: owed.some((card) => card.isClosed),
      owed: owed.length,
      reminded: last === null ? null : say(last),
      mail: standForMail(owed, ctx.now),
      text: writeReminder(ctx, owed, input),
      rows: shown.map(({ personName, remindedAtMs, ...card }) => ({
        ...card,
        held: say(card.startsAtMs),
        due: say(card.dueAtMs),
        urgency: urgencyOf(card.dueAtMs, at),
        late: card.dueAtMs <= ctx.now ? lateWords(card.dueAtMs, ctx.now) : null,
        reminded: remindedAtMs === null ? null : say(remindedAtMs),
        text: writeReminder(ctx, [{ ...card, personName, remindedAtMs }], input),
      })),
    }
  })
  const { shown, counts, panels } = list
  return ok({ people, shown, counts, panels })
}

function withoutAddresses(cards: readonly AddressedCard[]): OwedCard[] {
  return cards.map(({ email: _email, ...card }) => card)
}

/** The text that reminds one person of these cards of theirs. */
export function writeReminder(ctx: Ctx, owed: readonly OwedCard[], { zone, baseUrl }: Look): string {
  const [first] = owed
  const { name: host } = ctx.user
  const name = first?.personName ?? ''
  if (first?.isGuest) return guestReminderText({ name, host, entry: baseUrl + paths.guestEntry() })
  const items = owed.map((card) => ({
    candidateName: card.candidateName,
    interview: card.interview,
    held: formatPrinted(card.startsAtMs, zone),
    due: `${formatPrinted(card.dueAtMs, zone)} (${zone})`,
    link:
      baseUrl +
      (card.scorecardId === null ? paths.session(card.sessionId) : paths.fillScorecard(card.scorecardId)),
  }))
  return reminderText({ name, host, items })
}

/** How many scorecards are owed and how many of them are late; null for whoever does not look after them. */
export function countOwed(ctx: Ctx): { owed: number; late: number } | null {
  if (!can(ctx.user.access, 'scorecard.remind', 'other')) return null
  const cards = listOwed(ctx.db, ctx)
  return { owed: cards.length, late: cards.filter((card) => card.dueAtMs <= ctx.now).length }
}
