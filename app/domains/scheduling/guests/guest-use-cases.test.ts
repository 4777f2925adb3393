import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { invite } from '#app/domains/people/invite-use-cases.server.ts'
import { listPeople, readPerson } from '#app/domains/people/people-use-cases.server.ts'
import { createResetLink, createResetLinkAtConsole } from '#app/domains/people/reset-use-cases.server.ts'
import { findSignedIn, signInCookie } from '#app/domains/people/sign-in.server.ts'
import { listVisibleScorecards } from '#app/domains/scorecards/use-cases.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addGuestTo, guestBrowser, type Guest } from '#tests/support/guests.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { openTestServices } from '#tests/support/services.ts'
import { eraseCandidate } from '../erase-use-cases.server.ts'
import { planLoop } from '../loop-use-cases.server.ts'
import { changeInterviewers, getSessionPage, rescheduleSession } from '../session-use-cases.server.ts'
import { setSessionStatus } from '../session-use-cases.server.ts'
import { acceptNotice, readNotice } from './enter-guest.server.ts'
import { addGuest, listGuestViews, renewGuest, restoreGuest, revokeGuest } from './guest-use-cases.server.ts'

const hour = 3_600_000
const now = roundStartMs + 24 * hour

function start() {
  const clock = { now }
  const services = openTestServices({ now: () => clock.now })
  const round = addRound(services.db)
  const as = (user: Round['manager']) => ({ db: services.db, user, now: clock.now })
  const session = round.candidates[0]?.sessions[0]
  if (!session) throw new Error('no session')
  return { services, clock, round, as, sessionId: session.id }
}

function isIn(services: Services, guest: Guest, secret = guest.secret): boolean {
  const cookie = signInCookie(secret ?? '', services).split(';')[0] ?? ''
  return findSignedIn(cookie, services)?.id === guest.person.id
}

async function enter(services: Services, code: string): Promise<string | null> {
  const entered = await acceptNotice(services, { code }, guestBrowser)
  return entered.ok ? entered.value.secret : null
}

test('a guest gets a seat and a card, and a code of which only the hash is stored', async () => {
  const { services, round, as, sessionId } = start()
  const guest = await addGuestTo(services, round, { accepts: false })
  expect(guest.access.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(guest.access.name).toBe('Ines Okafor (guest, Finance)')
  const [signs] = [guest.access.code.replaceAll('-', '')]
  const stored = JSON.stringify([
    services.db.select().from(tables.accessCode).all(),
    services.db.select().from(tables.auditEvent).all(),
    services.db.select().from(tables.formReceipt).all(),
  ])
  expect(stored).not.toContain(signs)
  expect(stored).not.toContain(guest.access.code)
  expect(stored).not.toContain('Ines')
  expect(listGuestViews(as(round.coordinator), sessionId)).toMatchObject([
    { name: guest.access.name, state: 'unopened', endsAtMs: guest.access.endsAtMs, isHandedIn: false },
  ])
})

test('the same form sent twice keeps one guest, whose last code opens', async () => {
  const { services, round, as, sessionId } = start()
  const form = { sessionId, formKey: newId(), name: 'Ines Okafor', hours: 48 }
  const codes = [1, 2].map(() => addGuest(as(round.manager), form)).flatMap((r) => (r.ok ? r.value.code : []))
  expect(listGuestViews(as(round.manager), sessionId)).toHaveLength(1)
  expect(await enter(services, codes[0] ?? '')).toBeNull()
  expect(await enter(services, codes[1] ?? '')).not.toBeNull()
  expect(addGuest(as(round.manager), form)).toMatchObject({ error: { kind: 'conflict' } })
  expect(addGuest(as(round.manager), { ...form, name: 'Somebody Else' }).ok).toBe(true)
})

test('only whoever schedules gives, renews, revokes and sees guests', async () => {
  const { services, round, as, sessionId } = start()
  const guest = await addGuestTo(services, round)
  const [interviewer] = round.interviewers
  for (const user of [round.observer, guest.person, interviewer]) {
    if (!user) throw new Error('no interviewer')
    const of = { sessionId, guestId: guest.guestId }
    const form = { sessionId, formKey: newId(), name: 'X', hours: 48 }
    for (const result of [
      addGuest(as(user), form),
      renewGuest(as(user), of),
      revokeGuest(as(user), of),
      restoreGuest(as(user), of),
    ])
      expect(result).toMatchObject({ error: { kind: 'forbidden' } })
    expect(listGuestViews(as(user), sessionId)).toEqual([])
  }
  const elsewhere = { sessionId: round.candidates[1]?.sessions[0]?.id ?? '', guestId: guest.guestId }
  for (const result of [revokeGuest, renewGuest, restoreGuest].map((f) => f(as(round.manager), elsewhere)))
    expect(result).toMatchObject({ error: { kind: 'not-found' } })
  expect(isIn(services, guest)).toBe(true)
})

test('a code is read however it was typed, opens several browsers, and only until it ends', async () => {
  const { services, clock, round } = start()
  const guest = await addGuestTo(services, round, { hours: 12 })
  const second = await enter(services, ` ${guest.access.code.toLowerCase().replaceAll('-', ' ')}`)
  expect([isIn(services, guest), isIn(services, guest, second)]).toEqual([true, true])
  clock.now = guest.access.endsAtMs - 1
  const last = await enter(services, guest.access.code)
  expect(isIn(services, guest, last)).toBe(true)
  clock.now = guest.access.endsAtMs
  expect(isIn(services, guest, last)).toBe(false)
  expect(await enter(services, guest.access.code)).toBeNull()
})

test('a notice that was not accepted opens nothing', async () => {
  const { services, round } = start()
  const guest = await addGuestTo(services, round, { accepts: false })
  expect(await readNotice(services, { code: guest.access.code, address: '203.0.113.1' })).toMatchObject({
    value: { name: guest.access.name, hostName: round.coordinator.name },
  })
  const secret = await enter(services, guest.access.code)
  services.db.update(tables.accessCode).set({ acceptedAtMs: null }).run()
  expect(isIn(services, guest, secret)).toBe(false)
})

test('unknown, mistyped, ended and revoked codes get one answer, and too many tries wait', async () => {
  const { services, clock, round, as } = start()
  const ended = await addGuestTo(services, round, { hours: 12 })
  clock.now = ended.access.endsAtMs
  const revoked = await addGuestTo(services, round)
  revokeGuest(as(round.manager), { sessionId: revoked.card.sessionId, guestId: revoked.guestId })
  const answers = []
  for (const code of [ended.access.code, revoked.access.code, 'ABCDE-FGH12-34567', '', 'no code at all'])
    answers.push(await readNotice(services, { code, address: '203.0.113.2' }))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  for (let i = answers.length; i < 60; i++)
    await readNotice(services, { code: `guess ${i}`, address: '203.0.113.2' })
  const right = await addGuestTo(services, round, { session: 1 })
  const [blocked, free] = await Promise.all(
    ['203.0.113.2', '203.0.113.3'].map((address) =>
      readNotice(services, { code: right.access.code, address }),
    ),
  )
  expect(blocked).toMatchObject({ error: { kind: 'limited' } })
  expect(free?.ok).toBe(true)
})

test('right codes use up no tries', async () => {
  const { services, round } = start()
  const guest = await addGuestTo(services, round, { accepts: false })
  for (let i = 0; i < 70; i++)
    expect((await readNotice(services, { code: guest.access.code, address: '203.0.113.4' })).ok).toBe(true)
})

test('a revoked guest is out at once and owes nothing; undone, the code opens again with what was written', async () => {
  const { services, round, as } = start()
  const guest = await addGuestTo(services, round)
  const of = { sessionId: guest.card.sessionId, guestId: guest.guestId }
  const page = () => {
    const result = getSessionPage(as(round.manager), of)
    if (!result.ok) throw new Error('no page')
    return result.value
  }
  fillCard(services.db, guest.card, { now, submit: false })
  const owed = page().owed
  expect(revokeGuest(as(round.manager), of).ok).toBe(true)
  expect(isIn(services, guest)).toBe(false)
  expect(services.db.select().from(tables.signIn).all()).toEqual([])
  expect(page().owed).toBe(owed - 1)
  expect(revokeGuest(as(round.manager), of).ok).toBe(true)
  expect(restoreGuest(as(round.manager), of).ok).toBe(true)
  expect([isIn(services, guest), page().owed]).toEqual([false, owed])
  const secret = await enter(services, guest.access.code)
  expect(isIn(services, guest, secret)).toBe(true)
  const [own] = listVisibleScorecards(as(guest.person), [round.candidates[0]?.applicationId ?? ''])
  expect(own?.cards.map((card) => card.record.summaryFor)).toEqual(['For: What was said.'])
  expect(verifyAuditChain(services.db).brokenAt).toBeNull()
})

test('a card that was handed in stays when its guest is revoked, and counts as any other', async () => {
  const { services, round, as } = start()
  const guest = await addGuestTo(services, round)
  fillCard(services.db, guest.card, { now: now - hour })
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const card = round.candidates[0]?.sessions.flatMap((s) => s.cards)[index]
    if (card) fillCard(services.db, pickCard(round, index), { now: now - hour })
  }
  const of = { sessionId: guest.card.sessionId, guestId: guest.guestId }
  expect(revokeGuest(as(round.manager), of).ok).toBe(true)
  const applicationIds = [round.candidates[0]?.applicationId ?? '']
  const [seen] = listVisibleScorecards(as(round.manager), applicationIds)
  expect(seen?.cards.map((card) => card.interviewerName)).toContain('Ines Okafor (guest, Finance)')
  const [own] = listVisibleScorecards(as(guest.person), applicationIds)
  expect(own?.cards.map((card) => card.interviewerId)).toEqual([guest.person.id])
})

test('a new code replaces the former one and shuts out the browsers that it opened', async () => {
  const { services, round, as } = start()
  const guest = await addGuestTo(services, round)
  const of = { sessionId: guest.card.sessionId, guestId: guest.guestId }
  const renewed = renewGuest(as(round.manager), of)
  if (!renewed.ok) throw new Error('not renewed')
  expect(isIn(services, guest)).toBe(false)
  expect(await enter(services, guest.access.code)).toBeNull()
  expect(isIn(services, guest, await enter(services, renewed.value.code))).toBe(true)
})

test('an access follows its session to a later time, and is given to none that is not planned', async () => {
  const { services, clock, round, as, sessionId } = start()
  const guest = await addGuestTo(services, round)
  const startsAtMs = services.db
    .select()
    .from(tables.session)
    .where(eq(tables.session.id, sessionId))
    .get()?.startsAtMs
  rescheduleSession(as(round.manager), { sessionId, startsAtMs: (startsAtMs ?? 0) + 100 * hour })
  clock.now = guest.access.endsAtMs + 99 * hour
  expect(await enter(services, guest.access.code)).not.toBeNull()
  rescheduleSession(as(round.manager), { sessionId, startsAtMs: startsAtMs ?? 0 })
  expect(await enter(services, guest.access.code)).not.toBeNull()
  setSessionStatus(as(round.manager), { sessionId, status: 'cancelled' })
  const of = { sessionId, guestId: guest.guestId }
  const form = { sessionId, formKey: newId(), name: 'Late', hours: 48 }
  for (const result of [addGuest(as(round.manager), form), renewGuest(as(round.manager), of)])
    expect(result).toMatchObject({ error: { kind: 'conflict' } })
})

test('an access given before the session had a time outlasts the session once it has one', async () => {
  const { services, clock, round, as, sessionId } = start()
  rescheduleSession(as(round.manager), { sessionId, startsAtMs: null })
  const guest = await addGuestTo(services, round)
  rescheduleSession(as(round.manager), { sessionId, startsAtMs: now + 300 * hour })
  clock.now = now + 301 * hour
  expect(await enter(services, guest.access.code)).not.toBeNull()
})

test('a guest is no account: neither listed, nor invited, reset, disabled, planned or taken out as an interviewer', async () => {
  const { services, round, as, sessionId } = start()
  const guest = await addGuestTo(services, round)
  const ctx = as(round.administrator)
  const people = listPeople(ctx)
  expect(people.ok && people.value.people.map((person) => person.id)).not.toContain(guest.person.id)
  expect(readPerson(ctx, guest.person.id)).toMatchObject({ error: { kind: 'not-found' } })
  expect(createResetLink(ctx, guest.person.id)).toMatchObject({ error: { kind: 'not-found' } })
  const { email } =
    services.db.select().from(tables.user).where(eq(tables.user.id, guest.person.id)).get() ?? {}
  expect(createResetLinkAtConsole(services, email ?? '')).toMatchObject({ error: { kind: 'not-found' } })
  expect(invite(ctx, { formKey: newId(), email: 'x@example.org', access: 'guest' })).toMatchObject({
    error: { kind: 'invalid' },
  })
  const other = round.candidates[1]?.sessions[0]?.id ?? ''
  expect(changeInterviewers(ctx, { sessionId: other, addId: guest.person.id })).toMatchObject({
    error: { kind: 'conflict' },
  })
  expect(changeInterviewers(ctx, { sessionId, removeId: guest.person.id })).toMatchObject({
    error: { kind: 'conflict' },
  })
  const page = getSessionPage(ctx, { sessionId: other })
  const available = page.ok ? page.value.available.map((person) => person.id) : []
  expect(available).toContain(round.interviewers.at(-1)?.id)
  expect(available).not.toContain(guest.person.id)
  setSessionStatus(ctx, { sessionId: other, status: 'cancelled' })
  const plan = (interviewerId: string) =>
    planLoop(ctx, {
      applicationId: round.candidates[1]?.applicationId ?? '',
      formKey: newId(),
      sessions: [
        {
          interviewId: round.candidates[1]?.sessions[0]?.interviewId ?? '',
          startsAtMs: null,
          interviewerIds: [interviewerId],
          shadowIds: [],
        },
      ],
    })
  expect(plan(guest.person.id)).toMatchObject({ error: { kind: 'invalid' } })
  expect(plan(round.manager.id).ok).toBe(true)
})

test('erasing a candidate shuts their guests out and forgets who they were', async () => {
  const { services, round, as } = start()
  const guest = await addGuestTo(services, round)
  const stays = await addGuestTo(services, round, { candidate: 1, name: 'Bea Lund' })
  const [candidate] = round.candidates
  if (!candidate) throw new Error('no candidate')
  fillCard(services.db, guest.card, { now: now - hour })
  const erased = eraseCandidate(as(round.manager), {
    candidateId: candidate.id,
    confirmation: candidate.name,
  })
  expect(erased.ok).toBe(true)
  expect([isIn(services, guest), isIn(services, stays)]).toEqual([false, true])
  expect(await enter(services, guest.access.code)).toBeNull()
  const names = services.db.select({ name: tables.user.name }).from(tables.user).all()
  expect(names.filter(({ name }) => name.includes('Ines'))).toEqual([])
  expect(names.filter(({ name }) => name.includes('Bea'))).toHaveLength(1)
  const of = { sessionId: guest.card.sessionId, guestId: guest.guestId }
  for (const result of [restoreGuest, renewGuest].map((f) => f(as(round.manager), of)))
    expect(result).toMatchObject({ error: { kind: 'conflict' } })
})
