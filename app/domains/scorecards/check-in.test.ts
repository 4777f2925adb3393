import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#db/client.server.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { checkIn } from './check-in.server.ts'

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const card = pickCard(round, 0)
  const ctx = { db, user: card.person, now: roundStartMs }
  const moment = () =>
    db
      .select({ atMs: tables.scorecard.checkedInAtMs })
      .from(tables.scorecard)
      .where(eq(tables.scorecard.id, card.cardId))
      .get()?.atMs
  const audited = () =>
    db
      .select({ id: tables.auditEvent.sequence })
      .from(tables.auditEvent)
      .where(eq(tables.auditEvent.action, 'scorecard.check-in'))
      .all().length
  return { db, round, card, ctx, moment, audited, input: { sessionId: card.sessionId } }
}

test('the first check-in counts, and again opens the same card', () => {
  const { ctx, card, moment, audited, input } = setUp()
  const opened = { ok: true, value: { scorecardId: card.cardId, isHandedIn: false } }
  expect(checkIn(ctx, input)).toEqual(opened)
  expect(checkIn({ ...ctx, now: ctx.now + 60_000 }, input)).toEqual(opened)
  expect(moment()).toBe(ctx.now)
  expect(audited()).toBe(1)
})

test('who has no card in the session finds nothing, and an observer may not', () => {
  const { ctx, round, moment, input } = setUp()
  const colleague = round.interviewers.at(-1) ?? round.manager
  expect(checkIn({ ...ctx, user: colleague }, input)).toMatchObject({ error: { kind: 'not-found' } })
  expect(checkIn({ ...ctx, user: round.coordinator }, input)).toMatchObject({ error: { kind: 'not-found' } })
  expect(checkIn({ ...ctx, user: round.observer }, input)).toMatchObject({ error: { kind: 'forbidden' } })
  expect(moment()).toBeNull()
})

test('a session that is not held takes no check-in, and one taken off it finds nothing', () => {
  const { db, ctx, card, moment, input } = setUp()
  const { sessionId } = card
  write(db, (tx) =>
    tx.update(tables.session).set({ status: 'cancelled' }).where(eq(tables.session.id, sessionId)).run(),
  )
  expect(checkIn(ctx, input)).toMatchObject({ error: { kind: 'conflict' } })
  write(db, (tx) =>
    tx
      .update(tables.sessionInterviewer)
      .set({ removedAtMs: ctx.now })
      .where(eq(tables.sessionInterviewer.userId, card.person.id))
      .run(),
  )
  expect(checkIn(ctx, input)).toMatchObject({ error: { kind: 'not-found' } })
  expect(moment()).toBeNull()
})

test('a card that was handed in is opened and stays as it is', () => {
  const { db, ctx, card, moment, input } = setUp()
  fillCard(db, card, { now: ctx.now })
  expect(checkIn(ctx, input)).toMatchObject({ value: { isHandedIn: true } })
  expect(moment()).toBeNull()
})
