import { expect, test } from 'vitest'
import { overrideVisibility } from '#app/domains/scorecards/use-cases.server.ts'
import type { Person } from '#app/domains/people/person.ts'
import { write } from '#db/client.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addPerson, addRound, roundStartMs } from '#tests/support/round.ts'
import { addToSession } from '#tests/support/shadow.ts'
import { changeDebrief, findOpenDebrief, openDebrief } from './gate.server.ts'
import { conflict, ok } from '#app/lib/result.ts'
import { createDebrief, findDebrief } from './store.server.ts'
import { listen } from './changes.server.ts'

const now = roundStartMs + 86_400_000
const sealedAtMs = now - 600_000

function setUp(given: { missing?: number; isStarted?: boolean } = {}) {
  const db = openTestDatabase()
  const round = addRound(db)
  const applicationId = round.candidates[0]?.applicationId ?? ''
  const cards = round.candidates[0]?.sessions.flatMap((session) => session.cards) ?? []
  cards.forEach((_card, index) => {
    if (index !== given.missing) fillCard(db, pickCard(round, index), { now: sealedAtMs, level: 2 })
  })
  if (given.isStarted) {
    write(db, (tx) =>
      createDebrief(tx, {
        id: 'debrief',
        applicationId,
        leadId: round.manager.id,
        revision: 1,
        speakers: [],
        topicKey: null,
        turn: 0,
        startedAtMs: sealedAtMs,
      }),
    )
  }
  const enter = (person: Person, at = now) => {
    const door = openDebrief({ db, user: person, now: at }, { applicationId })
    return door.ok ? door.value.kind : door.error.kind
  }
  return { db, round, applicationId, enter }
}

test('when every card is in, whoever may see them all is let in', () => {
  const { round, enter } = setUp()
  for (const person of [round.manager, round.coordinator, round.observer, round.administrator]) {
    expect(enter(person)).toBe('open')
  }
  expect(enter(pickCard(round, 0).person)).toBe('open')
})

test('interviewers of other candidates find nothing, and guests may never', () => {
  const { db, round, enter } = setUp()
  expect(enter(round.interviewers.at(-1) ?? round.manager)).toBe('not-found')
  expect(enter(addPerson(db, { access: 'guest' }))).toBe('forbidden')
})

test.each([false, true])('with a card missing, nobody learns whether it was started: %s', (isStarted) => {
  const { round, enter } = setUp({ missing: 1, isStarted })
  expect(enter(pickCard(round, 1).person)).toBe('waiting')
  for (const person of [round.manager, round.coordinator, round.observer])
    expect(enter(person)).toBe('waiting')
})

test('an interview planned later leaves it open to those who have read the cards already', () => {
  const { db, round, applicationId, enter } = setUp({ isStarted: true })
  const late = addToSession(db, round, { of: 0, seat: 'interviewer' })
  expect(enter(pickCard(round, 0).person)).toBe('open')
  expect(enter(late.person)).toBe('waiting')
  expect(enter(round.manager)).toBe('waiting')
  const opened = overrideVisibility(
    { db, user: round.manager, now },
    { applicationId, reason: 'The offer goes out today.' },
  )
  expect(opened.ok).toBe(true)
  expect(enter(round.manager)).toBe('open')
})

test('a card that may still be taken back keeps it closed', () => {
  const { round, enter } = setUp()
  expect(enter(round.manager, sealedAtMs + 30_000)).toBe('waiting')
  expect(enter(round.manager, sealedAtMs + 60_000)).toBe('open')
})

test('a change is counted and told, a refused one neither', () => {
  const { db, round, applicationId } = setUp({ isStarted: true })
  const ctx = { db, user: round.manager, now }
  const told: string[] = []
  listen(db, {
    applicationId,
    person: { id: 'somebody', name: 'Somebody' },
    secretHash: '',
    onChange: (what) => told.push(what),
    end: () => undefined,
  })
  const of = { applicationId, id: 'debrief' }
  changeDebrief(ctx, of, () => conflict('No.'))
  expect([findDebrief(db, applicationId)?.revision, told]).toEqual([1, []])
  changeDebrief(ctx, of, () => ok())
  expect([findDebrief(db, applicationId)?.revision, told]).toEqual([2, ['change']])
})

test('what needs a started debrief says that it is not started, or what is waited for', () => {
  const open = setUp()
  const waiting = setUp({ missing: 1 })
  const messages = [open, waiting].map(({ db, round, applicationId }) => {
    const found = findOpenDebrief({ db, user: round.manager, now }, { applicationId })
    return found.ok || found.error.kind !== 'conflict' ? '' : found.error.message
  })
  expect(messages[0]).toMatch(/not started/)
  expect(messages[1]).toMatch(/\d of \d scorecards are in/)
})
