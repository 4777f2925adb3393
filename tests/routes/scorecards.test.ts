import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAddedId } from '#app/domains/scorecards/added-question.ts'
import { paths } from '#app/paths.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addContent, addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 3_600_000
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 6 })
})
afterAll(() => server.close())

function operation(scorecardId: string, field: string, value: unknown, base = 0) {
  return { opId: randomUUID(), scorecardId, field, base, value }
}
function post(operations: unknown, as?: string, headers: Record<string, string> = {}) {
  return server.request(paths.operations(), { as, json: { operations }, headers })
}

test('a save is answered as JSON after it is stored', async () => {
  const { cardId, person } = pickCard(round, 0)
  const response = await post([operation(cardId, 'summary:for', 'Clear')], person.id)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ answers: [{ outcome: 'applied', version: 1 }] })
})

test('saving is refused signed out, without access, for another’s card and from another site', async () => {
  const { cardId, person } = pickCard(round, 0)
  const operations = [operation(cardId, 'summary:against', 'x')]
  expect((await post(operations)).status).toBe(401)
  expect((await post(operations, round.observer.id)).status).toBe(403)
  expect((await post(operations, pickCard(round, 1).person.id)).status).toBe(404)
  expect((await post(operations, round.administrator.id)).status).toBe(404)
  expect((await post(operations, person.id, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
})

test('what somebody else typed in the same browser is not saved in the name of whoever is signed in now', async () => {
  const { cardId, person } = pickCard(round, 0)
  const json = {
    personId: pickCard(round, 1).person.id,
    operations: [operation(cardId, 'summary:for', 'x', 1)],
  }
  const refused = await server.request(paths.operations(), { as: person.id, json })
  expect(refused.status).toBe(409)
  const own = await server.request(paths.operations(), {
    as: person.id,
    json: { ...json, personId: person.id },
  })
  expect(await own.json()).toMatchObject({ answers: [{ outcome: 'applied', version: 2 }] })
})

test.each([
  ['no list', { operations: 'x' }],
  ['an empty list', { operations: [] }],
  ['an unknown key', { operations: [], extra: 1 }],
  ['an id that is no uuid', { operations: [{ opId: '1', scorecardId: 'c', field: 'f', base: 0, value: 1 }] }],
  [
    'a negative base',
    { operations: [{ opId: randomUUID(), scorecardId: 'c', field: 'f', base: -1, value: 1 }] },
  ],
])('%s is answered with 400 in words', async (_name, json) => {
  const response = await server.request(paths.operations(), { as: pickCard(round, 0).person.id, json })
  expect(response.status).toBe(400)
  expect(await response.json()).toHaveProperty('message')
})

test('a value nested without end is answered with 400, and a form that is none with 400 in words', async () => {
  const { cardId, person } = pickCard(round, 0)
  const json = JSON.stringify({ operations: [operation(cardId, 'summary:for', 'deep')] })
  const response = await fetch(server.url + paths.operations(), {
    method: 'POST',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      Cookie: server.cookieOf(person.id),
    },
    body: json.replace('"deep"', '['.repeat(200_000) + ']'.repeat(200_000)),
  })
  expect(response.status).toBe(400)
  for (const path of [paths.account(), paths.fillScorecard(cardId)]) {
    const answer = await server.request(path, { as: person.id, json: { a: 1 } })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('This is not a form that the page sends')
  }
})

test('what is not JSON is answered with 400, and another method with 405', async () => {
  const as = pickCard(round, 0).person.id
  expect((await server.request(paths.operations(), { as, form: { a: 'b' } })).status).toBe(400)
  expect((await server.request(paths.operations(), { as })).status).toBe(405)
})

test('only the interviewer opens the live form, signed out one is sent to sign in', async () => {
  const { cardId, person } = pickCard(round, 0)
  const fill = paths.fillScorecard(cardId)
  expect((await server.request(fill, { as: person.id })).status).toBe(200)
  expect((await server.request(fill, { as: pickCard(round, 1).person.id })).status).toBe(404)
  expect((await server.request(fill, { as: round.manager.id })).status).toBe(404)
  expect((await server.request(fill, { as: round.observer.id })).status).toBe(403)
  expect((await server.request(paths.fillScorecard('none'), { as: person.id })).status).toBe(404)
  expect((await server.request(fill)).status).toBe(302)
})

test('the bank is searched for one’s own card alone, without what the card asks anyway', async () => {
  addContent(server.db)
  const { cardId, person, interview } = pickCard(round, 0)
  const title = interview.questions[0]?.content.title ?? ''
  const search = async (q: string, as: string | undefined, id = cardId) =>
    server.request(paths.cardBank(id, { q }), { as })
  const found = await (await search('retry', person.id)).json()
  expect(found.hits.length).toBeGreaterThan(0)
  expect(found.hits[0]).toMatchObject({ title: expect.any(String), minutes: expect.any(Number) })
  const here = await (await search(title, person.id)).json()
  expect(here.hits.map((hit: { title: string }) => hit.title)).not.toContain(title)
  expect(await (await search('', person.id)).json()).toEqual({ hits: [], total: 0 })
  expect((await search('retry', undefined)).status).toBe(401)
  expect((await search('retry', round.observer.id)).status).toBe(403)
  expect((await search('retry', pickCard(round, 1).person.id)).status).toBe(404)
  expect((await search('retry', round.manager.id)).status).toBe(404)
  expect((await search('x'.repeat(201), person.id)).status).toBe(404)
})

test('the plain form saves, shows what is missing, submits and can be undone for a minute', async () => {
  const { cardId, person, interview } = pickCard(round, 0, 1)
  const fill = paths.fillScorecard(cardId)
  const early = await server.request(fill, { as: person.id, form: { intent: 'submit' } })
  expect(await early.text()).toContain('choose a recommendation')
  const form: Record<string, string> = { intent: 'submit', 'base.recommendation': '0', recommendation: 'yes' }
  for (const { questionId } of interview.questions) {
    form[`base.rating:${questionId}`] = '0'
    form[`rating:${questionId}`] = '2'
  }
  const done = await server.request(fill, { as: person.id, form })
  expect(done.headers.get('Location')).toBe(paths.scorecard(cardId))
  const page = await server.request(paths.scorecard(cardId), { as: person.id })
  expect(await page.text()).toContain('Undo the submission')
  const undone = await server.request(`${paths.scorecard(cardId)}?index`, {
    as: person.id,
    method: 'POST',
    form: {},
  })
  expect(undone.headers.get('Location')).toBe(fill)
})

test('a question asked beside the plan is typed in by form, typed back with an error, and read by others', async () => {
  const card = pickCard(round, 3, 1)
  const id = newAddedId(randomUUID())
  const form: Record<string, string> = {
    intent: 'save',
    [`base.added:${id}`]: '0',
    [`added:${id}`]: 'Who watched the queue at night?',
    [`base.rating:${id}`]: '0',
    [`rating:${id}`]: '9',
  }
  const path = paths.fillPlainly(card.cardId)
  const refused = await (await server.request(path, { as: card.person.id, form })).text()
  expect(refused).toContain('Who watched the queue at night?: rating')
  form[`rating:${id}`] = '3'
  form[`base.added:${id}`] = '1'
  expect((await server.request(path, { as: card.person.id, form })).status).toBe(302)
  const page = await (await server.request(paths.scorecard(card.cardId), { as: card.person.id })).text()
  expect(page).toContain('Asked beside the plan: Who watched the queue at night?')
  expect(page).toContain('counted in no score')
})

test('the same plain form posted twice changes nothing the second time', async () => {
  const { cardId, person } = pickCard(round, 1, 1)
  const form = { intent: 'save', 'base.summary:for': '0', 'summary:for': 'Calm under load' }
  const send = () => server.request(paths.fillScorecard(cardId), { as: person.id, form })
  expect((await send()).status).toBe(302)
  expect((await send()).status).toBe(302)
})

test('a form based on an older version shows the other text and keeps what was typed', async () => {
  const { cardId, person } = pickCard(round, 2, 1)
  await post([operation(cardId, 'summary:for', 'From the other device')], person.id)
  const form = { intent: 'save', 'base.summary:for': '0', 'summary:for': 'From this form' }
  const text = await (await server.request(paths.fillScorecard(cardId), { as: person.id, form })).text()
  expect(text).toContain('From the other device')
  expect(text).toContain('From this form')
})

test('a coordinator enters a paper card, the interviewer is told, confirms it, and only then it counts', async () => {
  const { cardId, sessionId, person, interview } = pickCard(round, 0, 2)
  const path = paths.transcribeScorecard(sessionId, person.id)
  const form: Record<string, string> = { 'base.recommendation': '0', recommendation: 'no' }
  for (const { questionId } of interview.questions) {
    form[`base.rating:${questionId}`] = '0'
    form[`rating:${questionId}`] = 'not-asked'
  }
  expect((await server.request(path, { as: round.coordinator.id, form })).status).toBe(302)
  const submit = await post([operation(cardId, 'submit', true)], round.coordinator.id)
  expect(await submit.json()).toMatchObject({ answers: [{ outcome: 'refused' }] })
  const privately = await post(
    [operation(cardId, `private:${interview.questions[0]?.questionId}`, 'x')],
    round.coordinator.id,
  )
  expect(await privately.json()).toMatchObject({ answers: [{ outcome: 'refused' }] })

  const page = await (await server.request(paths.scorecard(cardId), { as: person.id })).text()
  expect(page).toContain(`${round.coordinator.name} entered this scorecard from paper`)
  const confirm = await post([operation(cardId, 'submit', true)], person.id)
  expect(await confirm.json()).toMatchObject({ answers: [{ outcome: 'applied' }] })
  expect((await server.request(path, { as: round.coordinator.id })).status).toBe(409)
})

test('a paper card is not entered over what the interviewer began, nor by an interviewer', async () => {
  const { cardId, sessionId, person } = pickCard(round, 1, 2)
  const path = paths.transcribeScorecard(sessionId, person.id)
  expect((await server.request(path, { as: pickCard(round, 3, 2).person.id })).status).toBe(403)
  expect((await server.request(path)).status).toBe(302)
  await post([operation(cardId, 'summary:for', 'mine')], person.id)
  expect((await server.request(path, { as: round.coordinator.id })).status).toBe(409)
  const unknown = paths.transcribeScorecard(sessionId, round.observer.id)
  expect((await server.request(unknown, { as: round.coordinator.id })).status).toBe(404)
})

test('a handed-in card is amended with a reason, and shows before and after', async () => {
  const card = pickCard(round, 0, 3)
  fillCard(server.db, card, { now: now - 61_000, level: 2 })
  const field = `rating:${card.interview.questions[0]?.questionId}`
  const form = { [`base.${field}`]: '1', [field]: '3' }
  const path = paths.amendScorecard(card.cardId)
  const noReason = await server.request(path, { as: card.person.id, form })
  expect(await noReason.text()).toContain('Say why you change it')
  const done = await server.request(path, {
    as: card.person.id,
    form: { ...form, reason: 'Misread my notes' },
  })
  expect(done.status).toBe(302)
  const page = await (await server.request(paths.scorecard(card.cardId), { as: card.person.id })).text()
  expect(page).toContain('Misread my notes')
  expect(page).toContain('2 Mixed')
  expect(page).toContain('3 Good')
  expect((await server.request(path, { as: pickCard(round, 1, 3).person.id })).status).toBe(404)
})

test('a card that was not handed in cannot be amended', async () => {
  const { cardId, person } = pickCard(round, 1, 3)
  expect((await server.request(paths.amendScorecard(cardId), { as: person.id })).status).toBe(409)
})

test('others read a card only by the rule, and never the private note', async () => {
  const [first, second] = [pickCard(round, 0, 4), pickCard(round, 1, 4)]
  fillCard(server.db, first, { now: now - 61_000, text: 'SECRETWORD' })
  const read = (as: string) => server.request(paths.scorecard(first.cardId), { as })
  expect((await read(second.person.id)).status).toBe(404)
  expect((await read(round.manager.id)).status).toBe(404)
  fillCard(server.db, second, { now: now - 61_000 })
  const text = await (await read(second.person.id)).text()
  expect(text).toContain('Answer: SECRETWORD')
  expect(text).not.toContain('Private: SECRETWORD')
  expect(await (await read(first.person.id)).text()).toContain('Private: SECRETWORD')
})

test('a full disk is said in words, and the same save goes through when there is room again', async () => {
  const { cardId, person } = pickCard(round, 0, 5)
  const client = server.db.$client
  const operations = [operation(cardId, 'summary:for', 'x'.repeat(20_000))]
  client.pragma(`max_page_count = ${String(client.pragma('page_count', { simple: true }))}`)
  const full = await post(operations, person.id)
  expect(full.status).toBe(507)
  expect(await full.json()).toMatchObject({ message: expect.stringContaining('disk is full') })
  client.pragma('max_page_count = 1000000')
  const again = await post(operations, person.id)
  expect(await again.json()).toMatchObject({ answers: [{ outcome: 'applied', version: 1 }] })
})
