import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 86_400_000
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 3 })
  fillRound(server.db, round, {
    now: now - 600_000,
    levelOf: (who, card) => (who === 0 ? (card % 2 ? 4 : 3) : who === 1 ? 3 : card % 2 ? 2 : 1),
  })
})
afterAll(() => server.close())

async function read(path: string): Promise<string> {
  const response = await server.request(path, { as: round.manager.id })
  expect(response.status).toBe(200)
  return response.text()
}

test('the page says what to expect and how surely, and shows the plain means at a click', async () => {
  const calibrated = await read(paths.comparison(round.panelId))
  expect(calibrated).toContain('Scores shown')
  expect(calibrated).toContain('If every interviewer had met Candidate 1 Testname')
  expect(calibrated).toContain('Candidates by competency, calibrated scores')
  const raw = await read(`${paths.comparison(round.panelId)}?score=raw`)
  expect(raw).toContain('Candidates by competency, raw scores')
  expect(raw).not.toContain('If every interviewer had met')
})

test('the CSV has the same figures: score, bounds, tier, and the plain mean beside them', async () => {
  const [head, ...rows]: string[][] = parse(await read(paths.comparisonCsv(round.panelId)), { bom: true })
  const cell = (row: readonly string[], name: string) => row[head?.indexOf(name) ?? -1] ?? ''
  expect(rows.map((row) => row[0])).toEqual([
    'Candidate 1 Testname',
    'Candidate 2 Testname',
    'Candidate 3 Testname',
  ])
  for (const row of rows) {
    const [mean, low, high] = ['Calibrated score', 'Calibrated: 90 % from', 'Calibrated: 90 % to'].map(
      (name) => Number(cell(row, name)),
    )
    expect(low).toBeLessThan(mean ?? NaN)
    expect(high).toBeGreaterThan(mean ?? NaN)
    expect(Number(cell(row, 'Raw score'))).toBeGreaterThan(0)
  }
  expect(rows.map((row) => Number(cell(row, 'Tier')))).toEqual(
    rows.map((row) => Number(cell(row, 'Tier'))).toSorted((a, b) => a - b),
  )
})

test('a packet of one candidate says the same of them as the page of all', async () => {
  const one = round.candidates[0]?.applicationId ?? ''
  const response = await server.request(`${paths.debriefPdf(round.panelId)}?candidates=${one}`, {
    as: round.manager.id,
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
})

test('a candidate whom the address keeps stands on top, also where the search leaves them out', async () => {
  const last = round.candidates[2]?.applicationId ?? ''
  const page = await read(`${paths.comparison(round.panelId)}?keep=${last}&q=Candidate+1`)
  const table = page.slice(page.indexOf('<tbody'), page.indexOf('</tbody>'))
  expect(table.indexOf('Candidate 3 Testname')).toBeLessThan(table.indexOf('Candidate 1 Testname'))
  expect(table).toContain('Kept on top')
  expect(table).not.toContain('Candidate 2 Testname')
})
