import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = Date.UTC(2026, 8, 20, 12)
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 3 })
  // The first two are complete, of the third one card is missing.
  fillRound(server.db, round, {
    now: now - 600_000,
    levelOf: (who, card) => (who === 2 && card === 0 ? null : who === 0 ? 4 : 1 + (card % 2)),
  })
})
afterAll(() => server.close())

async function plotsAs(as: string): Promise<string> {
  const response = await server.request(paths.comparisonPlots(round.panelId), { as })
  expect(response.status).toBe(200)
  return response.text()
}

test('every picture has a name for those who do not see it, and a table of its figures', async () => {
  const html = await plotsAs(round.manager.id)
  const pictures = [...html.matchAll(/<div role="img" aria-label="([^"]+)"/g)].map((match) => match[1])
  expect(new Set(pictures).size).toBe(4)
  expect(html.match(/<table/g)).toHaveLength(4)
  expect(html).toContain('Tier 2')
})

test('a candidate whose cards are not all in is in no picture of a manager', async () => {
  const html = await plotsAs(round.manager.id)
  const scores = html.slice(html.indexOf('Scores and how sure they are'), html.indexOf('Heat map of raw'))
  expect(scores).toContain('Candidate 1 Testname')
  expect(scores).not.toContain('Candidate 3 Testname')
})

test('an interviewer sees only candidates of their own, and a stranger no panel at all', async () => {
  const own = await plotsAs(round.interviewers[0]?.id ?? '')
  expect(own).toContain('Candidate 1 Testname')
  const stranger = round.interviewers.at(-1)?.id ?? ''
  const path = paths.comparisonPlots(round.panelId)
  expect((await server.request(path, { as: stranger })).status).toBe(404)
  expect((await server.request(paths.comparisonPlots('nothing'), { as: round.manager.id })).status).toBe(404)
  expect((await server.request(path)).status).toBe(302)
})

test('the page of the comparison leads to the pictures', async () => {
  const response = await server.request(paths.comparison(round.panelId), { as: round.manager.id })
  expect(await response.text()).toContain(`href="${paths.comparisonPlots(round.panelId)}"`)
})
