import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCalibrationPage } from '#app/domains/calibration/use-cases.server.ts'
import type { CalibrationPage } from '#app/domains/calibration/calibration-page.ts'
import type { Person } from '#app/domains/people/person.ts'
import { paths } from '#app/paths.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addPerson, addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'
import { addToSession } from '#tests/support/shadow.ts'

const now = roundStartMs + 3 * 86_400_000
const sealedAtMs = now - 600_000
const candidates = 4
let server: TestServer
let round: Round
/** Sits in as an interviewer of the first candidate and has handed in nothing. */
let leading: Person

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates })
  const cards = round.candidates.map((candidate) => candidate.sessions.flatMap((session) => session.cards))
  cards.forEach((own, i) =>
    own.forEach((_, j) => {
      // Of the last candidate one card is missing.
      if (i === candidates - 1 && j === 0) return
      fillCard(server.db, pickCard(round, j, i), { now: sealedAtMs, level: 1 + ((i + j) % 4) })
    }),
  )
  leading = addPerson(server.db, { access: 'manager', name: 'Lena Both' })
  const person = addPerson(server.db, { access: 'interviewer', name: 'Sam Shadow' })
  fillCard(server.db, addToSession(server.db, round, { of: 0, person }), { now: sealedAtMs, level: 1 })
})
afterAll(() => server.close())

async function pageAs(user: Person, panelId: string | null = null): Promise<CalibrationPage> {
  const ctx = { db: server.db, user, now }
  const page = await getCalibrationPage(ctx, { period: 'all', panelId, scaleKey: null })
  if (!page.ok) throw new Error(page.error.kind)
  return page.value
}

test('managers and administrators read it, nobody else does', async () => {
  for (const person of [round.manager, round.administrator])
    expect((await server.request(paths.calibration(), { as: person.id })).status).toBe(200)
  const refused = [round.coordinator, round.observer, ...round.interviewers.slice(0, 1)]
  for (const person of refused)
    expect((await server.request(paths.calibration(), { as: person.id })).status).toBe(403)
  expect((await server.request(paths.calibration())).status).toBe(302)
})

test('only candidates all of whose cards are in are counted, and no shadow', async () => {
  const page = await pageAs(round.manager)
  expect(page.candidates).toBe(candidates - 1)
  expect(page.waiting).toBe(1)
  const names = page.interviewers.map(({ name }) => name)
  expect(names).not.toContain('Sam Shadow')
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
})

test('a manager who still owes a card learns nothing from that candidate', async () => {
  const before = await pageAs(leading)
  expect(before.candidates).toBe(candidates - 1)
  addToSession(server.db, round, { of: 0, person: leading, seat: 'interviewer' })
  const after = await pageAs(leading)
  expect(after.candidates).toBe(candidates - 2)
  expect(after.interviewers.every(({ severity }) => severity.kind === 'hidden')).toBe(true)
})

test('another panel or scale, or one nobody knows, shows nothing and no error', async () => {
  expect((await pageAs(round.manager, 'nothing')).cards).toBe(0)
  const odd = paths.calibration({ period: 'for ever', panel: 'nothing', scale: 'none' })
  const response = await server.request(odd, { as: round.manager.id })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Nothing to calibrate yet')
})

test('agreement of a panel with fewer than five candidates is too few to say', async () => {
  const html = await (
    await server.request(paths.calibration({ period: 'all' }), { as: round.manager.id })
  ).text()
  expect(html).toContain('too few to say')
  expect(html).toContain('aria-label="How strictly each of')
})
