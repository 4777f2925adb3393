import { expect, test } from 'vitest'
import { verifyAuditChain } from '#db/events.server.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { addToSession } from '#tests/support/shadow.ts'
import { changeInterviewers, changeSeat, getSessionPage } from './session-use-cases.server.ts'

const now = roundStartMs + 86_400_000

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const ctx = { db, user: round.coordinator, now }
  const { sessionId, person } = pickCard(round, 0)
  const read = () => {
    const page = getSessionPage(ctx, { sessionId })
    if (!page.ok) throw new Error('no session')
    return page.value
  }
  return { db, round, ctx, sessionId, person, read }
}

test('a seat changes and changes back, each time recorded', () => {
  const { db, ctx, sessionId, person, read } = setUp()
  const before = verifyAuditChain(db).events
  expect(changeSeat(ctx, { sessionId, personId: person.id, seat: 'shadow' }).ok).toBe(true)
  expect(read()).toMatchObject({ owed: 1 })
  expect(read().people.find((one) => one.userId === person.id)?.isShadow).toBe(true)
  expect(changeSeat(ctx, { sessionId, personId: person.id, seat: 'interviewer' }).ok).toBe(true)
  expect(read()).toMatchObject({ owed: 2 })
  expect(verifyAuditChain(db).events).toBe(before + 2)
})

test('the seat of a card that was handed in stays', () => {
  const { db, round, ctx, sessionId, person } = setUp()
  fillCard(db, pickCard(round, 0), { now })
  expect(changeSeat(ctx, { sessionId, personId: person.id, seat: 'shadow' })).toMatchObject({
    error: { kind: 'conflict', message: expect.stringContaining('handed in') },
  })
})

test('whoever does not schedule changes no seat, and nobody the seat of a person who is not there', () => {
  const { db, round, ctx, sessionId, person } = setUp()
  for (const user of [person, round.observer])
    expect(changeSeat({ db, user, now }, { sessionId, personId: person.id, seat: 'shadow' })).toMatchObject({
      error: { kind: 'forbidden' },
    })
  const personId = round.interviewers.at(-1)?.id ?? ''
  expect(changeSeat(ctx, { sessionId, personId, seat: 'shadow' })).toMatchObject({
    error: { kind: 'conflict' },
  })
  expect(changeSeat(ctx, { sessionId: 'none', personId, seat: 'shadow' })).toMatchObject({
    error: { kind: 'not-found' },
  })
})

test('a shadow is added with a card of their own, and counted neither as owing nor as handed in', () => {
  const { db, round, ctx, sessionId, read } = setUp()
  const personId = round.interviewers.at(-1)?.id ?? ''
  expect(changeInterviewers(ctx, { sessionId, addId: personId, seat: 'shadow' }).ok).toBe(true)
  expect(read()).toMatchObject({ owed: 2, submitted: 0 })
  fillCard(db, addToSession(db, round, { of: 0 }), { now: now - 60_000 })
  expect(read()).toMatchObject({ owed: 2, submitted: 0 })
  expect(read().people).toHaveLength(4)
})

test('a session without an interviewer says that it will not count', () => {
  const { ctx, round, sessionId, read } = setUp()
  expect(read().warnings).toEqual([])
  for (const index of [0, 1])
    changeSeat(ctx, { sessionId, personId: pickCard(round, index).person.id, seat: 'shadow' })
  expect(read().warnings).toEqual([expect.stringContaining('it will not count')])
})
