import { expect, test } from 'vitest'
import type { Mail } from '#app/lib/services.ts'
import { write } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { openTestServices } from '#tests/support/services.ts'
import { addToSession } from '#tests/support/shadow.ts'
import { setWithdrawn } from '../candidate-use-cases.server.ts'
import { removeInterviewer, updateSession } from '../session-store.server.ts'
import { countOwed, getDuePage } from './due.server.ts'
import { recordCopiedReminder, sendReminder } from './remind.server.ts'

const hour = 3_600_000
const now = roundStartMs + 100 * hour
const look = { zone: 'UTC', baseUrl: 'https://panelist.example.org' }

/** A round whose interviews are all over, and mail that ends in a list or fails. */
function setUp(given: { isBroken?: boolean; hasNoMail?: boolean } = {}) {
  const sent: Mail[] = []
  const services = openTestServices({
    now: () => now,
    sendMail: given.hasNoMail
      ? null
      : async (mail) => {
          if (given.isBroken) throw new Error('no connection')
          sent.push(mail)
        },
  })
  const { db } = services
  const round = addRound(db)
  const ctx = { db, user: round.coordinator, now }
  const list = (atMs = now, show: 'all' | 'late' = 'all') => {
    const page = getDuePage({ ...ctx, now: atMs }, { ...look, show, panelId: null })
    if (!page.ok) throw new Error('no page')
    return page.value
  }
  const owes = (personId: string) => list().people.find((person) => person.personId === personId)
  const send = (personId: string, atMs = now) =>
    sendReminder(services, { ...ctx, now: atMs }, { personId, ...look })
  return { db, services, round, ctx, sent, list, owes, send }
}

test('whoever has not handed in owes it once the interview is over, late after a day', () => {
  const { round, db, list, owes, ctx } = setUp()
  const card = pickCard(round, 0)
  expect(owes(card.person.id)).toMatchObject({ owed: 2, isGuest: false, mail: 'may' })
  expect(owes(card.person.id)?.rows.map((row) => [row.state, row.urgency])).toEqual([
    ['not-begun', 'late'],
    ['not-begun', 'late'],
  ])
  expect(list(roundStartMs + 1).shown).toBe(0)
  expect(list(roundStartMs + 25 * hour, 'late').people).not.toEqual([])
  expect(countOwed({ ...ctx, user: card.person })).toBeNull()
  fillCard(db, card, { now: now - 60_000 })
  expect(owes(card.person.id)).toMatchObject({ owed: 1 })
})

test('a clock that was set back makes nobody owe what they handed in, and holds no reminder back', async () => {
  const { round, db, list, owes, send } = setUp()
  const card = pickCard(round, 0)
  fillCard(db, card, { now: now + hour })
  expect(owes(card.person.id)).toMatchObject({ owed: 1 })
  expect(await send(card.person.id, now + 200 * hour)).toMatchObject({ ok: true })
  expect(list().people.find((person) => person.personId === card.person.id)).toMatchObject({ mail: 'may' })
})

test('of a draft it tells that it is one, and nothing that stands in it', () => {
  const { round, db, list, owes } = setUp()
  const card = pickCard(round, 0)
  fillCard(db, card, { now: now - hour, text: 'Zebrafinch', submit: false })
  expect(owes(card.person.id)?.rows.find((row) => row.scorecardId === card.cardId)?.state).toBe('draft')
  expect(JSON.stringify(list())).not.toContain('Zebrafinch')
})

test('a submission counts once its minute is over, as everywhere', () => {
  const { round, db, owes } = setUp()
  const card = pickCard(round, 0)
  fillCard(db, card, { now: now - 59_999 })
  expect(owes(card.person.id)).toMatchObject({ owed: 2 })
})

test('nothing is owed for a session cancelled or missed, by who was taken out, of who was withdrawn', () => {
  const { round, db, ctx, owes } = setUp()
  const card = pickCard(round, 0)
  const { person, sessionId } = card
  for (const status of ['cancelled', 'no-show'] as const) {
    write(db, (tx) => updateSession(tx, sessionId, { status }))
    expect(owes(person.id)).toMatchObject({ owed: 1 })
  }
  write(db, (tx) => updateSession(tx, sessionId, { status: 'planned' }))
  expect(owes(person.id)).toMatchObject({ owed: 2 })
  write(db, (tx) => removeInterviewer(tx, { sessionId, userId: person.id, atMs: now }))
  expect(owes(person.id)).toMatchObject({ owed: 1 })
  setWithdrawn(ctx, { applicationId: round.candidates[1]?.applicationId ?? '', isWithdrawn: true })
  expect(owes(person.id)).toBeUndefined()
})

test('a shadow owes their card as well, and is marked', () => {
  const { round, db, owes } = setUp()
  const shadow = addToSession(db, round, { of: 0 })
  expect(owes(shadow.person.id)?.rows).toMatchObject([{ seat: 'shadow' }])
})

test('one mail lists all that a person owes, with links, and is recorded', async () => {
  const { db, round, sent, owes, send } = setUp()
  const { person, cardId } = pickCard(round, 0)
  const before = verifyAuditChain(db).events
  expect((await send(person.id)).ok).toBe(true)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ to: person.email, subject: '2 scorecards are waiting for you' })
  expect(sent[0]?.text).toContain(`${look.baseUrl}/scorecards/${cardId}/fill`)
  for (const { name } of round.candidates) expect(sent[0]?.text).toContain(name)
  expect(owes(person.id)).toMatchObject({ mail: 'too-soon' })
  expect(owes(person.id)?.reminded).not.toBeNull()
  expect(verifyAuditChain(db).events).toBe(before + 1)
})

test('a person gets one mail an hour, also when two press at once', async () => {
  const { round, sent, send } = setUp()
  const { person } = pickCard(round, 0)
  const answers = await Promise.all([send(person.id), send(person.id, now + 1)])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(await send(person.id, now + hour - 1)).toMatchObject({ error: { kind: 'conflict' } })
  expect(sent).toHaveLength(1)
  expect((await send(person.id, now + hour)).ok).toBe(true)
  expect(sent).toHaveLength(2)
})

test('a mail server that refuses is told, and nothing is noted as sent', async () => {
  const { db, round, owes, send } = setUp({ isBroken: true })
  const { person } = pickCard(round, 0)
  const before = verifyAuditChain(db).events
  expect(await send(person.id)).toMatchObject({
    error: { kind: 'conflict', message: expect.stringContaining('Copy it') },
  })
  expect(owes(person.id)).toMatchObject({ mail: 'may', reminded: null })
  expect(verifyAuditChain(db).events).toBe(before)
})

test('without a mail server, and for guests, there is the text to copy', async () => {
  const without = setUp({ hasNoMail: true })
  expect(await without.send(pickCard(without.round, 0).person.id)).toMatchObject({
    error: { message: expect.stringContaining('sends no mail') },
  })
  const { services, round, owes, send, sent } = setUp()
  const guest = await addGuestTo(services, round)
  expect(owes(guest.person.id)).toMatchObject({ isGuest: true, mail: 'guest' })
  const text = owes(guest.person.id)?.text ?? ''
  expect(text).toContain(`${look.baseUrl}/guest`)
  for (const { name } of round.candidates) expect(text).not.toContain(name)
  expect(await send(guest.person.id)).toMatchObject({ error: { message: expect.stringContaining('guest') } })
  expect(sent).toEqual([])
})

test('a copied reminder is noted for the scorecard that it names, or for all', () => {
  const { round, ctx, owes } = setUp()
  const { person, sessionId } = pickCard(round, 0)
  expect(recordCopiedReminder(ctx, { personId: person.id, sessionId }).ok).toBe(true)
  const noted = () => owes(person.id)?.rows.map((row) => row.reminded !== null)
  expect(noted()).toEqual([true, false])
  expect(recordCopiedReminder(ctx, { personId: person.id }).ok).toBe(true)
  expect(noted()).toEqual([true, true])
  expect(recordCopiedReminder(ctx, { personId: round.observer.id })).toMatchObject({
    error: { kind: 'conflict' },
  })
})

test('whoever does not organise neither sees who owes what nor reminds anybody', async () => {
  const { services, round, ctx, sent } = setUp()
  const { person } = pickCard(round, 0)
  for (const user of [person, round.observer]) {
    const own = { ...ctx, user }
    expect(getDuePage(own, { ...look, show: 'all', panelId: null })).toMatchObject({
      error: { kind: 'forbidden' },
    })
    expect(recordCopiedReminder(own, { personId: person.id })).toMatchObject({ error: { kind: 'forbidden' } })
    expect(await sendReminder(services, own, { personId: person.id, ...look })).toMatchObject({
      error: { kind: 'forbidden' },
    })
  }
  expect(sent).toEqual([])
})
