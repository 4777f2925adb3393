import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { candidate } from '#db/schema/scorecards.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = Date.UTC(2026, 8, 20, 12)
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 3 })
  // The first is complete, the second lacks one card, the third has none.
  fillRound(server.db, round, {
    now: now - 600_000,
    text: 'Words of a scorecard',
    levelOf: (who, card) => (who === 2 || (who === 1 && card === 0) ? null : card % 2 ? 4 : 1),
  })
  write(server.db, (tx) => {
    const id = round.candidates[0]?.id ?? ''
    tx.update(candidate).set({ name: '=HYPERLINK("x")' }).where(eq(candidate.id, id)).run()
  })
})
afterAll(() => server.close())

function person(index: number): string {
  return round.interviewers[index]?.id ?? ''
}
function application(index: number): string {
  return paths.application(round.candidates[index]?.applicationId ?? '')
}
async function textOf(path: string, as: string): Promise<string> {
  const response = await server.request(path, { as })
  expect(response.status).toBe(200)
  return response.text()
}

test('signed out, a page asks to sign in and a download refuses', async () => {
  const page = await server.request(paths.comparison(round.panelId))
  expect(page.status).toBe(302)
  expect((await server.request(paths.comparisonCsv(round.panelId))).status).toBe(401)
  expect((await server.request(application(0))).status).toBe(302)
})

test('an unknown panel and one without candidates of one’s own answer the same', async () => {
  const last = round.interviewers.at(-1)?.id ?? ''
  for (const path of [paths.comparison, paths.comparisonCsv]) {
    const unknown = await server.request(path('nothing'), { as: last })
    const foreign = await server.request(path(round.panelId), { as: last })
    expect([unknown.status, foreign.status]).toEqual([404, 404])
  }
  expect((await server.request(application(0), { as: last })).status).toBe(404)
  expect((await server.request(paths.application('nothing'), { as: last })).status).toBe(404)
})

test('a manager sees the scores of a candidate once all cards are in, and only then', async () => {
  const complete = await textOf(application(0), round.manager.id)
  expect(complete).toContain('Words of a scorecard')
  const waiting = await textOf(application(1), round.manager.id)
  expect(waiting).not.toContain('Words of a scorecard')
  expect(waiting).toContain('you see them when all are')
})

test('an interviewer whose own card is missing sees nothing of the others', async () => {
  const text = await textOf(application(1), person(0))
  expect(text).not.toContain('Words of a scorecard')
  expect(text).toContain('a minute after you submit yours')
})

test('private notes of others are on no page and in no file', async () => {
  for (const path of [application(0), paths.comparison(round.panelId), paths.comparisonCsv(round.panelId)]) {
    expect(await textOf(path, round.manager.id)).not.toContain('Private: ')
  }
})

test('the CSV runs nothing in a spreadsheet and leaves a missing score empty', async () => {
  const csv = await textOf(paths.comparisonCsv(round.panelId), round.manager.id)
  const [head, ...rows]: string[][] = parse(csv, { bom: true })
  expect(rows).toHaveLength(3)
  expect(rows.map((row) => row[0])).toContain(`'=HYPERLINK("x")`)
  const last = rows.find((row) => row[0] === 'Candidate 3 Testname')
  const first = round.snapshot.competencies[0]?.name ?? ''
  expect(last?.[head?.indexOf(first) ?? -1]).toBe('')
  expect(last?.[head?.indexOf(`${first}: note`) ?? -1]).toBe('waiting')
})

test('with one candidate to see nothing is calibrated, and the page says why', async () => {
  const path = paths.comparison(round.panelId)
  const calibrated = await textOf(path, round.manager.id)
  expect(calibrated).toContain('Only one candidate has ratings to see')
  expect(calibrated).not.toContain('Scores shown')
})

test('only planners may look early, with a reason, and everybody who may read the page sees that they did', async () => {
  const path = application(1)
  const form = { reason: 'The offer has to go out before noon.' }
  expect((await server.request(path, { as: person(2), form })).status).toBe(403)
  const short = await server.request(path, { as: round.manager.id, form: { reason: 'now' } })
  expect(await short.text()).toContain('Say in a sentence')
  const opened = await server.request(path, { as: round.manager.id, form })
  expect(opened.status).toBe(302)
  expect(await textOf(path, round.manager.id)).toContain('Words of a scorecard')
  expect(await textOf(path, round.coordinator.id)).toContain(form.reason)
  expect(await textOf(path, round.coordinator.id)).not.toContain('Words of a scorecard')
})
