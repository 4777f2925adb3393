import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { user } from '#db/schema/people.ts'
import { eq } from 'drizzle-orm'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { openEvents, type EventReader } from '#tests/support/event-stream.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'
import { addToSession } from '#tests/support/shadow.ts'

const now = roundStartMs + 86_400_000
let server: TestServer
let round: Round
let applicationId: string

async function setUp(): Promise<void> {
  server = await startTestServer({ now })
  round = addRound(server.db)
  applicationId = round.candidates[0]?.applicationId ?? ''
  const cards = round.candidates[0]?.sessions.flatMap((session) => session.cards) ?? []
  cards.forEach((_card, at) =>
    fillCard(server.db, pickCard(round, at), { now: now - 600_000, level: at % 2 ? 4 : 1 }),
  )
  const form = { intent: 'start' }
  const started = await server.request(paths.debrief(applicationId), { as: round.manager.id, form })
  expect(started.status).toBe(302)
}

beforeAll(setUp)
afterAll(() => server.close())

function eventsUrl(): string {
  return new URL(paths.debriefEvents(applicationId), server.url).href
}
function listen(personId: string, cookie = server.cookieOf(personId)) {
  return openEvents(eventsUrl(), { cookie })
}
async function post(form: Record<string, string>, as = round.manager.id): Promise<void> {
  const answer = await server.request(paths.debrief(applicationId), { as, form })
  expect(answer.status).toBe(302)
}

/** The next change, past those who come and go. */
async function nextChange(events: EventReader): Promise<string | null> {
  let told = await events.next()
  while (told?.startsWith('event: here')) told = await events.next()
  return told
}

test('a stream begins with the revision, uncompressed and kept nowhere', async () => {
  const events = await listen(round.observer.id)
  expect(events.status).toBe(200)
  expect(events.headers.get('Content-Type')).toMatch(/^text\/event-stream/)
  expect(events.headers.get('Content-Encoding')).toBeNull()
  expect(events.headers.get('Cache-Control')).toBe('no-store, no-transform')
  expect(await events.next()).toMatch(/^retry: \d+\ndata: 1$/)
  await events.leave()
})

test('a change that somebody sends reaches everybody who listens, as a number and nothing else', async () => {
  const own = pickCard(round, 0)
  const streams = await Promise.all([listen(round.manager.id), listen(pickCard(round, 1).person.id)])
  for (const events of streams) await events.next()
  const questionId = own.interview.questions[0]?.questionId ?? ''
  const reason = 'The other interview heard the whole story.'
  const before = Number(
    await (await server.request(paths.debriefEvents(applicationId), { as: own.person.id })).text(),
  )
  await post(
    { intent: 'rate', scorecardId: own.cardId, questionId, base: '0', level: '3', reason },
    own.person.id,
  )
  for (const events of streams) expect(await nextChange(events)).toBe(`data: ${before + 1}`)
  await post({ intent: 'topic', topicKey: 'decide' })
  for (const events of streams) expect(await nextChange(events)).toBe(`data: ${before + 2}`)
  for (const events of streams) await events.leave()
})

test('whoever comes and goes is told to those who are there', async () => {
  const staying = await listen(round.manager.id)
  await staying.next()
  const coming = await listen(pickCard(round, 1).person.id)
  await coming.next()
  expect(await staying.next()).toMatch(/^event: here\ndata: \d+$/)
  await coming.leave()
  expect(await staying.next()).toMatch(/^event: here\ndata: \d+$/)
  await staying.leave()
})

test('a refused change is told to nobody', async () => {
  const events = await listen(round.observer.id)
  const revision = (await events.next())?.split('data: ')[1]
  const refused = await server.request(paths.debrief(applicationId), {
    as: round.manager.id,
    form: { intent: 'note', topicKey: 'decide', base: '9', note: 'Too late' },
  })
  expect(refused.status).toBe(409)
  await post({ intent: 'turn', turn: '1' })
  expect(await nextChange(events)).toBe(`data: ${Number(revision) + 1}`)
  await events.leave()
})

test('the gate is asked before anything is sent: whoever is to interview after all hears no more', async () => {
  const manager = round.administrator
  const events = await listen(manager.id)
  await events.next()
  const late = addToSession(server.db, round, { of: 1, seat: 'interviewer', person: manager })
  const form = {
    intent: 'rate',
    scorecardId: pickCard(round, 2).cardId,
    questionId: pickCard(round, 2).interview.questions[0]?.questionId ?? '',
    base: '0',
    level: '3',
    reason: 'The other interview heard the whole story.',
  }
  await post(form, pickCard(round, 2).person.id)
  expect(await nextChange(events)).toBeNull()
  const again = await listen(manager.id)
  expect(again.status).toBe(204)
  fillCard(server.db, late, { now: now - 600_000 })
})

test('signing out ends the stream of that browser, and of no other', async () => {
  const cookie = server.cookieOf(round.coordinator.id)
  const [leaving, staying] = await Promise.all([
    listen(round.coordinator.id, cookie),
    listen(round.coordinator.id),
  ])
  await leaving.next()
  await staying.next()
  await server.request(paths.signOut(), { method: 'POST', form: {}, headers: { Cookie: cookie } })
  expect(await nextChange(leaving)).toBeNull()
  await post({ intent: 'turn', turn: '0' })
  expect(await nextChange(staying)).toMatch(/^data: \d+$/)
  await staying.leave()
})

test('a disabled account hears no more', async () => {
  const events = await listen(round.observer.id)
  await events.next()
  write(server.db, (tx) =>
    tx.update(user).set({ disabledAtMs: now }).where(eq(user.id, round.observer.id)).run(),
  )
  await post({ intent: 'turn', turn: '1' })
  expect(await nextChange(events)).toBeNull()
})

test('without asking for events one gets the revision once', async () => {
  const answer = await server.request(paths.debriefEvents(applicationId), { as: round.manager.id })
  expect(await answer.text()).toMatch(/^\d+$/)
  const asData = await server.request(`${paths.debriefEvents(applicationId)}.data`, { as: round.manager.id })
  expect(asData.status).toBe(200)
  await asData.text()
})

test('the server stops without waiting for those who listen', async () => {
  const events = await listen(round.manager.id)
  await events.next()
  const stopped = server.close()
  expect(await nextChange(events)).toBeNull()
  await stopped
  await setUp()
})
