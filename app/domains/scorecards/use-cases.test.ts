import { expect, test } from 'vitest'
import type { Person } from '#app/domains/people/person.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { write } from '#db/client.server.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson, addRound, roundStartMs } from '#tests/support/round.ts'
import { listVisibilityOverrides, listVisibleScorecards, overrideVisibility } from './use-cases.server.ts'

const now = roundStartMs + 86_400_000

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const applicationId = round.candidates[0]?.applicationId ?? ''
  const cardCount = round.candidates[0]?.sessions.flatMap((session) => session.cards).length ?? 0
  const see = (user: Person, atMs = now) => {
    const [application] = listVisibleScorecards({ db, user, now: atMs }, [applicationId])
    if (!application) throw new Error('no application')
    return application
  }
  return { db, round, applicationId, cardCount, see }
}

test('before their own submission an interviewer sees how many are in, and nothing of them', () => {
  const { db, round, cardCount, see } = setUp()
  const me = pickCard(round, 0)
  fillCard(db, pickCard(round, 1), { now: now - 60_000 })
  const seen = see(me.person)
  expect(seen).toMatchObject({ submittedCount: 1, owedCount: cardCount, isWaiting: true })
  expect(seen.cards.map((card) => card.scorecardId)).toEqual([me.cardId])
})

test('a submission counts for others only when its minute is over', () => {
  const { db, round, see } = setUp()
  fillCard(db, pickCard(round, 1), { now: now - 59_999 })
  expect(see(round.manager).submittedCount).toBe(0)
  expect(see(pickCard(round, 1).person).submittedCount).toBe(1)
  expect(see(round.manager, now + 1).submittedCount).toBe(1)
})

test('after their own submission they see the others’ cards without private notes, and their own with them', () => {
  const { db, round, see } = setUp()
  const [me, other] = [pickCard(round, 0), pickCard(round, 1)]
  fillCard(db, me, { now: now - 60_000, text: 'mine' })
  fillCard(db, other, { now: now - 60_000, text: 'theirs' })
  const cards = see(me.person).cards
  const notes = (id: string) => {
    const card = cards.find((entry) => entry.scorecardId === id)
    return [card?.record, card?.submitted].map((record) =>
      Object.values(record?.questions ?? {}).map((question) => question.privateNote),
    )
  }
  expect(
    notes(other.cardId)
      .flat()
      .every((note) => note === ''),
  ).toBe(true)
  expect(
    notes(me.cardId)
      .flat()
      .every((note) => note === 'Private: mine'),
  ).toBe(true)
})

test('an interviewer of somebody else sees no card', () => {
  const { db, round, cardCount, see } = setUp()
  for (let index = 0; index < cardCount; index++) fillCard(db, pickCard(round, index), { now: now - 60_000 })
  expect(see(addPerson(db, { access: 'interviewer' })).cards).toEqual([])
  expect(see(round.observer).cards).toHaveLength(cardCount)
})

test('an override needs access and a reason, opens what is sealed, and is logged and shown', () => {
  const { db, round, applicationId, see } = setUp()
  fillCard(db, pickCard(round, 1), { now: now - 60_000 })
  const ctx = (user: Person) => ({ db, user, now })
  const reason = 'The candidate has another offer and must hear from us today.'
  expect(see(round.manager).cards).toEqual([])
  expect(overrideVisibility(ctx(round.observer), { applicationId, reason }).ok).toBe(false)
  expect(overrideVisibility(ctx(round.manager), { applicationId, reason: 'because' }).ok).toBe(false)
  expect(overrideVisibility(ctx(round.manager), { applicationId: 'none', reason })).toMatchObject({
    error: { kind: 'not-found' },
  })
  const before = verifyAuditChain(db).events
  expect(overrideVisibility(ctx(round.manager), { applicationId, reason }).ok).toBe(true)
  expect(verifyAuditChain(db).events).toBe(before + 1)
  expect(see(round.manager).cards.map((card) => card.scorecardId)).toEqual([pickCard(round, 1).cardId])
  expect(see(round.administrator).cards).toEqual([])
  expect(listVisibilityOverrides(ctx(round.coordinator), applicationId)).toMatchObject([
    { userName: round.manager.name, reason },
  ])
})

test('a card of the same candidate that is owed on another panel keeps the others’ cards closed', () => {
  const { db, round, see } = setUp()
  const [me, other] = [pickCard(round, 0), pickCard(round, 1)]
  for (const card of [me, other]) fillCard(db, card, { now: now - 60_000 })
  expect(see(me.person).cards).toHaveLength(2)
  const { candidates, panelVersionId, manager, snapshot } = round
  const second = { panelId: 'second-panel', applicationId: 'second-application', sessionId: 'second-session' }
  write(db, (tx) => {
    tx.insert(tables.panel)
      .values({
        id: second.panelId,
        roleId: snapshot.role.id,
        scaleId: snapshot.scale.id,
        name: 'Second',
        revision: 1,
        createdBy: manager.id,
        createdAtMs: now,
        updatedAtMs: now,
      })
      .run()
    tx.insert(tables.application)
      .values({
        id: second.applicationId,
        candidateId: candidates[0]?.id ?? '',
        panelId: second.panelId,
        createdAtMs: now,
      })
      .run()
    tx.insert(tables.session)
      .values({
        id: second.sessionId,
        applicationId: second.applicationId,
        panelVersionId,
        interviewId: me.interview.id,
        status: 'planned',
        createdAtMs: now,
      })
      .run()
    tx.insert(tables.sessionInterviewer)
      .values({ sessionId: second.sessionId, userId: me.person.id, addedAtMs: now })
      .run()
  })
  expect(see(me.person)).toMatchObject({ owesElsewhere: true, isWaiting: true })
  expect(see(me.person).cards.map((card) => card.scorecardId)).toEqual([me.cardId])
  expect(see(other.person).cards).toHaveLength(2)
})
