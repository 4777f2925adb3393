import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import { paths } from '#app/paths.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// The first document waits for the press.
vi.setConfig({ testTimeout: 120_000 })

const now = roundStartMs + 86_400_000
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 4 })
}, 60_000)
afterAll(() => server.close())

async function openForm(path: string, as: string) {
  const answer = await server.request(path, { as })
  expect([path, answer.status]).toEqual([path, 200])
  const pdf = await PDFDocument.load(await answer.arrayBuffer())
  return pdf.getForm()
}

test('one’s own draft gives a form with what it says already', async () => {
  const card = pickCard(round, 0)
  const id = card.interview.questions[0]?.questionId ?? ''
  fillCard(server.db, card, { now, level: 3, text: 'Łódź', submit: false })
  const form = await openForm(paths.formPdf(card.cardId), card.person.id)
  expect(form.getTextField(`evidence:${id}`).getText()).toBe('Łódź')
  expect(form.getRadioGroup(`rating:${id}`).getSelected()).toBe('3')
  expect(form.getTextField('panelist').getText()).toMatch(/^[\w-]{12}\.[\w-]+\.[\w-]{43}$/)
})

test('the form of a colleague is none to an interviewer, and none to whoever organises either', async () => {
  const card = pickCard(round, 0)
  for (const as of [pickCard(round, 1).person, round.coordinator, round.manager, round.administrator])
    expect((await server.request(paths.formPdf(card.cardId), { as: as.id })).status).toBe(404)
  expect((await server.request(paths.formPdf(card.cardId), { as: round.observer.id })).status).toBe(403)
})

test('a card that is handed in has no form any more', async () => {
  const card = pickCard(round, 1)
  fillCard(server.db, card, { now })
  const answer = await server.request(paths.formPdf(card.cardId), { as: card.person.id })
  expect(answer.status).toBe(409)
})

test('whoever types in paper cards prints the form for the interviewer, empty, until that one writes', async () => {
  const card = pickCard(round, 2)
  const path = paths.formPdfFor(card.sessionId, card.person.id)
  const form = await openForm(path, round.coordinator.id)
  for (const question of card.interview.questions)
    expect(form.getRadioGroup(`rating:${question.questionId}`).getSelected()).toBeUndefined()
  expect((await server.request(path, { as: card.person.id })).status).toBe(403)
  fillCard(server.db, card, { now, submit: false })
  const refused = await server.request(path, { as: round.coordinator.id })
  expect(refused.status).toBe(409)
})

test('the session page offers the form where it can be filled', async () => {
  const card = pickCard(round, 0, 1)
  const page = await server.request(paths.session(card.sessionId), { as: card.person.id })
  expect(await page.text()).toContain(paths.print('form', card.cardId))
  const organisers = await server.request(paths.session(card.sessionId), { as: round.coordinator.id })
  const formFor = paths.print('form-for', card.sessionId, { interviewerId: card.person.id })
  expect(await organisers.text()).toContain(formFor)
})
