import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { write } from '#db/client.server.ts'
import { asOthersRead, recordFrom, type FieldValues } from './scorecard-record.ts'
import { isSealed, type ScorecardRecord } from './scorecard.ts'
import {
  findNextSealing,
  getPlan,
  listAmendments,
  listFields,
  listOwedCards,
  listScoreFields,
  listSubmittedRecords,
  valuesOf,
  type OwedCard,
} from './store.server.ts'
import { listVisibleCards } from './visibility.ts'
import {
  createOverride,
  listOverriddenApplications,
  listOverrides,
  listOwnCardsElsewhere,
} from './visibility-store.server.ts'

/** A card that this viewer may see. Somebody else's carries no private note and is always sealed. */
export type VisibleScorecard = OwedCard & {
  isOwn: boolean
  isSealed: boolean
  /** As it stands now, amendments included. */
  record: ScorecardRecord
  /** As it was first submitted; null for a draft, or when the candidate was erased. */
  submitted: ScorecardRecord | null
  amendments: { field: string; before: unknown; after: unknown; reason: string | null; atMs: number }[]
}

/** What a viewer may know of one application's cards. */
export type VisibleScorecards = {
  applicationId: string
  /** Those of interviewers: what scores, counts and recommendations are made of. */
  cards: VisibleScorecard[]
  /** Those of shadows: to be read and marked as such, never to be counted. */
  shadows: VisibleScorecard[]
  /** "3 of 4 submitted", of interviewers: may be shown to everybody who may see the application. */
  submittedCount: number
  owedCount: number
  /** True when interviewers' cards exist that this viewer may not see yet. */
  isWaiting: boolean
  /** True when the viewer opened the cards ahead of time; to be shown. */
  hasOverride: boolean
  /** The viewer still owes a card of the same candidate on another panel, which keeps this one closed. */
  owesElsewhere: boolean
}

/**
 * How much of a card is read. `scores` leaves every note unread: ratings, the recommendation and what tells how the plan was left are
 * there, texts are empty and neither the first record nor amendments are.
 */
export type CardParts = 'all' | 'scores'

/**
 * The single gate to what is written on scorecards: everything that shows, counts, sorts or exports them starts here.
 * @returns one entry for each id, in the same order; an unknown or foreign application has no cards
 */
export function listVisibleScorecards(
  ctx: Ctx,
  applicationIds: readonly string[],
  parts: CardParts = 'all',
): VisibleScorecards[] {
  const owed = groupBy(listOwedCards(ctx.db, applicationIds), (card) => card.applicationId)
  const overridden = listOverriddenApplications(ctx.db, { userId: ctx.user.id, applicationIds })
  const owing = new Set(
    listOwnCardsElsewhere(ctx.db, { userId: ctx.user.id, applicationIds })
      .filter((card) => !isSealed(card, ctx.now))
      .map((card) => card.applicationId),
  )
  const seen = applicationIds.map((applicationId) => {
    const cards = owed.get(applicationId) ?? []
    const viewer = {
      id: ctx.user.id,
      access: ctx.user.access,
      hasOverride: overridden.has(applicationId),
      owesElsewhere: owing.has(applicationId),
    }
    const visible = listVisibleCards(viewer, cards, ctx.now)
    return { applicationId, cards, visible, viewer }
  })
  const contents = readContents(
    ctx,
    seen.flatMap(({ cards, visible }) => cards.filter((card) => visible.has(card.scorecardId))),
    parts,
  )
  return seen.map(({ applicationId, cards, visible, viewer }) => {
    const open = cards.flatMap((card) => (visible.has(card.scorecardId) ? (contents.get(card) ?? []) : []))
    const counted = cards.filter((card) => card.seat === 'interviewer')
    return {
      applicationId,
      cards: open.filter((card) => card.seat === 'interviewer'),
      shadows: open.filter((card) => card.seat === 'shadow'),
      submittedCount: counted.filter((card) => countsAsSubmitted(ctx, card)).length,
      owedCount: counted.length,
      isWaiting: counted.some((card) => !visible.has(card.scorecardId)),
      hasOverride: viewer.hasOverride,
      owesElsewhere: viewer.owesElsewhere,
    }
  })
}

/** The next moment at which the clock alone changes what anybody may see; null when there is none. */
export function findNextSealingAt(ctx: Ctx): number | null {
  return findNextSealing(ctx.db, ctx.now)
}

function countsAsSubmitted(ctx: Ctx, card: OwedCard): boolean {
  return isSealed(card, ctx.now) || (card.interviewerId === ctx.user.id && card.submittedAtMs !== null)
}

function readContents(
  ctx: Ctx,
  cards: readonly OwedCard[],
  parts: CardParts,
): Map<OwedCard, VisibleScorecard> {
  const ids = cards.map((card) => card.scorecardId)
  const values = readValues(ctx, ids, parts)
  const written = parts === 'all' ? ids : []
  const submitted = listSubmittedRecords(ctx.db, written)
  const amendments = groupBy(listAmendments(ctx.db, written), (row) => row.scorecardId)
  return new Map(
    cards.map((card) => {
      const isOwn = card.interviewerId === ctx.user.id
      const readable = (record: ScorecardRecord) => (isOwn ? record : asOthersRead(record))
      const { interview } = getPlan(ctx.db, card)
      const first = submitted.get(card.scorecardId) ?? null
      return [
        card,
        {
          ...card,
          isOwn,
          isSealed: isSealed(card, ctx.now),
          record: readable(recordFrom(values.get(card.scorecardId) ?? {}, interview)),
          submitted: first && readable(first),
          amendments: (amendments.get(card.scorecardId) ?? [])
            .filter((row) => isOwn || !row.field.startsWith('private:'))
            .map(({ field, before, after, reason, atMs }) => ({ field, before, after, reason, atMs })),
        },
      ]
    }),
  )
}

function readValues(ctx: Ctx, ids: readonly string[], parts: CardParts): Map<string, FieldValues> {
  if (parts === 'scores') return listScoreFields(ctx.db, ids)
  return new Map([...listFields(ctx.db, ids)].map(([id, fields]) => [id, valuesOf(fields)]))
}

/** Who looked at an application's cards ahead of time; to be shown on the candidate's page. */
export function listVisibilityOverrides(ctx: Ctx, applicationId: string) {
  if (!can(ctx.user.access, 'scorecard.read', 'other')) return []
  return listOverrides(ctx.db, applicationId)
}

/**
 * Opens the sealed cards of an application to the person who asks, before the rule would. Logged, and shown to all.
 * @param input `reason` in their own words, at least ten characters
 */
export function overrideVisibility(ctx: Ctx, input: { applicationId: string; reason: string }): Result<void> {
  if (!can(ctx.user.access, 'scorecard.override', 'other')) return forbidden
  const cards = listOwedCards(ctx.db, [input.applicationId])
  if (cards.length === 0) return notFound
  const reason = input.reason.trim()
  if (reason.length < 10) return invalid('reason', 'Say in a sentence why you need to read them now.')
  if (cards.some((card) => card.interviewerId === ctx.user.id && !isSealed(card, ctx.now))) {
    return conflict('You interview this candidate. Submit your own scorecard first; then you see the others.')
  }
  write(ctx.db, (tx) => {
    createOverride(tx, {
      applicationId: input.applicationId,
      userId: ctx.user.id,
      reason: reason.slice(0, 1000),
      atMs: ctx.now,
    })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'scorecard.override',
      subjectKind: 'application',
      subjectId: input.applicationId,
      detail: { reason },
    })
  })
  return ok()
}
