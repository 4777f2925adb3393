import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '#app/lib/services.ts'
import { pickCard } from '#tests/support/cards.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 100 * 3_600_000
let server: TestServer
let round: Round
let sent: Mail[] = []

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db)
})
afterAll(() => server.close())

const form = (personId: string) => ({ intent: 'send', personId })

test('organisers see who owes what, the others are refused', async () => {
  const { person } = pickCard(round, 0)
  for (const organiser of [round.coordinator, round.manager, round.administrator]) {
    const answer = await server.request('/scorecards/due?show=late', { as: organiser.id })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(person.name)
  }
  for (const other of [person, round.observer]) {
    expect((await server.request('/scorecards/due', { as: other.id })).status).toBe(403)
    const posted = await server.request('/scorecards/due', { as: other.id, form: form(person.id) })
    expect(posted.status).toBe(403)
  }
})

test('the page carries nobody’s address', async () => {
  const page = await (await server.request('/scorecards/due', { as: round.coordinator.id })).text()
  expect(page).not.toContain(pickCard(round, 0).person.email)
})

test('without a mail server the page says so and offers the text', async () => {
  const as = round.coordinator.id
  const { person } = pickCard(round, 0)
  const page = await (await server.request('/scorecards/due', { as })).text()
  expect(page).toContain('Reminder to copy')
  expect(page).not.toContain('Send reminder')
  const answer = await server.request('/scorecards/due', { as, form: form(person.id) })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('sends no mail')
})

test('a reminder goes out once, then the page says when', async () => {
  const as = round.coordinator.id
  const { person } = pickCard(round, 0)
  server.services.sendMail = async (mail) => {
    sent.push(mail)
  }
  const answer = await server.request('/scorecards/due', { as, form: form(person.id) })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toContain(`done=sent-${person.id}`)
  expect((await server.request('/scorecards/due', { as, form: form(person.id) })).status).toBe(409)
  expect(sent.map((mail) => mail.to)).toEqual([person.email])
  const page = await (await server.request('/scorecards/due', { as })).text()
  expect(page).toContain('Last reminded')
  server.services.sendMail = null
  sent = []
})

test('a form that asks for nothing known is refused', async () => {
  const as = round.coordinator.id
  const answer = await server.request('/scorecards/due', { as, form: { intent: 'shout' } })
  expect(answer.status).toBe(422)
  const unknown = await server.request('/scorecards/due', {
    as,
    form: { intent: 'copied', personId: 'none' },
  })
  expect(unknown.status).toBe(409)
})

test('a seat is chosen and changed by organisers alone', async () => {
  const { sessionId, person } = pickCard(round, 0)
  const seat = { intent: 'seat', personId: person.id, seat: 'shadow' }
  const path = `/sessions/${sessionId}`
  for (const other of [person, round.observer])
    expect((await server.request(path, { as: other.id, form: seat })).status).toBe(403)
  const done = await server.request(path, { as: round.coordinator.id, form: seat })
  expect([done.status, done.headers.get('Location')]).toEqual([302, `${path}?done=shadow-${person.id}`])
  const page = await (await server.request(path, { as: round.coordinator.id })).text()
  expect(page).toContain('Make interviewer')
  const back = { ...seat, seat: 'interviewer' }
  expect((await server.request(path, { as: round.coordinator.id, form: back })).status).toBe(302)
})
