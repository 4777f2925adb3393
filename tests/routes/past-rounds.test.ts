import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runCommand } from '#app/server/cli.server.ts'
import { readEnv } from '#app/lib/env.server.ts'
import { paths } from '#app/paths.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { pastPerson, pastRating, pastRound } from '#db/schema/past-rounds.ts'
import { auditEvent, user } from '#db/schema/people.ts'
import { application, candidate } from '#db/schema/scorecards.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addRound, type Round } from '#tests/support/round.ts'
import { simulatePanel } from '#tests/support/simulated-panel.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// Some of them calibrate twice.
vi.setConfig({ testTimeout: 120_000 })

const now = Date.UTC(2026, 8, 20, 12)
let server: TestServer
let round: Round

const shape = { candidates: 15, interviewers: 7, perCandidate: 3, competencies: 5, isRounded: true }
const simulated = [
  'candidate,interviewer,competency,rating',
  ...simulatePanel({ seed: 8, ...shape }).ratings.map((one) =>
    [one.candidate, one.interviewer, one.competency, one.rating].join(','),
  ),
].join('\n')
type Printed = { candidates: { id: string; mean: number; q05: number; q95: number }[] }
let printed: Printed

beforeAll(async () => {
  // Before the server listens, which answers nobody while the command calculates in this process.
  const folder = mkdtempSync(join(tmpdir(), 'panelist-past-'))
  writeFileSync(join(folder, 'ratings.csv'), simulated)
  const args = ['calibrate', 'ratings.csv', '--model', 'integrated', '--range', '3', '--json']
  const { lines } = await runCommand(args, folder, () => readEnv({ DATA_DIR: folder }))
  printed = JSON.parse(lines.join('\n'))
  server = await startTestServer({ now })
  round = addRound(server.db)
})
afterAll(() => server.close())

const small =
  'Candidate,Interviewer,API,Data\nAna Ruiz,Bo,3,n.b.\nAna Ruiz,Cy,2,2\nDan Oda,Bo,1,4\nDan Oda,Cy,2,3'

type Fields = Record<string, string>

async function post(path: string, fields: Fields, as = round.manager.id): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return server.request(path, { as, method: 'POST', form })
}

/** What a page's form would send: its hidden fields and what is chosen in its selects. */
function fieldsOf(html: string): Fields {
  const fields: Fields = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (name && !/type="(file|checkbox)"/.test(tag))
      fields[name] = decode(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = decode(/<option[^>]*value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? '')
  return fields
}

const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

async function look(text: string, changes: Fields = {}): Promise<{ html: string; fields: Fields }> {
  const opened = await (await post(paths.importRound(), { intent: 'open', text })).text()
  const html =
    Object.keys(changes).length === 0
      ? opened
      : await (await post(paths.importRound(), { ...fieldsOf(opened), ...changes, intent: 'look' })).text()
  return { html, fields: { ...fieldsOf(html), intent: 'import' } }
}

/** Imports a text as the manager and gives the round's id. */
async function importText(text: string, changes: Fields = {}): Promise<string> {
  const { fields } = await look(text, changes)
  const answer = await post(paths.importRound(), fields)
  expect([answer.status, answer.status === 302 ? '' : await answer.text()]).toEqual([302, ''])
  return /\/panels\/([^/]+)\/compare/.exec(answer.headers.get('Location') ?? '')?.[1] ?? ''
}

test('only planners reach past rounds; to others the comparison of one does not exist', async () => {
  const id = round.pastRoundId
  for (const person of [round.coordinator, round.observer, round.interviewers[0]]) {
    for (const path of [paths.pastRounds(), paths.importRound(), paths.pastRound(id)])
      expect((await server.request(path, { as: person?.id })).status).toBe(403)
    for (const path of [
      paths.comparison(id),
      paths.comparisonPlots(id),
      paths.comparisonCsv(id),
      paths.debriefPdf(id),
    ])
      expect((await server.request(path, { as: person?.id })).status).toBe(404)
  }
  expect(
    (await post(paths.importRound(), { intent: 'open', text: small }, round.coordinator.id)).status,
  ).toBe(403)
  for (const person of [round.manager, round.administrator])
    expect((await server.request(paths.comparison(id), { as: person.id })).status).toBe(200)
})

test('nothing is stored before every unknown value is settled and the figures were seen', async () => {
  const before = server.db.select().from(pastRound).all().length
  const { html, fields } = await look(small, { scaleId: 'four-point' })
  expect(html).toContain('“n.b.”')
  expect(html).toMatch(/in row 2, in column D \(Data\)/)
  const unsettled = await post(paths.importRound(), fields)
  expect(unsettled.status).toBe(422)
  const unseen = await post(paths.importRound(), { ...fields, 'to.0': 'missing', seen: 'x' })
  expect(unseen.status).toBe(422)
  expect(await unseen.text()).toContain('gives something else now than you saw')
  expect(server.db.select().from(pastRound).all()).toHaveLength(before)
})

test('a round makes no candidate, no application and no account, and the same form stores it once', async () => {
  const count = () =>
    [user, candidate, application].map((table) => server.db.select().from(table).all().length)
  const before = count()
  const { fields } = await look(small, { scaleId: 'four-point', 'to.0': 'missing', name: 'Autumn' })
  const first = await post(paths.importRound(), fields)
  const again = await post(paths.importRound(), fields)
  expect([first.status, again.status]).toEqual([302, 302])
  expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(server.db.select().from(pastRound).where(eq(pastRound.name, 'Autumn')).all()).toHaveLength(1)
  expect(count()).toEqual(before)
  const { html } = await look(small)
  expect(html).toContain('This file was imported before')
})

test('page, pictures, CSV and packet of a round come from its ratings, without a link to a candidate', async () => {
  const id = await importText(small, { scaleId: 'four-point', 'to.0': 'missing', name: 'Winter' })
  const page = await (await server.request(paths.comparison(id), { as: round.manager.id })).text()
  expect(page).toContain('Past round, read only')
  expect(page).toContain('Dan Oda')
  expect(page).not.toContain('/applications/')
  const csv = await (await server.request(paths.comparisonCsv(id), { as: round.manager.id })).text()
  const rows: string[][] = parse(csv, { bom: true })
  const column = rows[0]?.indexOf('API') ?? -1
  expect(rows.find((row) => row[0] === 'Ana Ruiz')?.[column]).toBe('2.50')
  expect((await server.request(paths.comparisonPlots(id), { as: round.manager.id })).status).toBe(200)
  const pdf = await server.request(paths.debriefPdf(id), { as: round.manager.id })
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const calibration = await (
    await server.request(paths.calibration({ panel: id }), { as: round.manager.id })
  ).text()
  expect(calibration).toContain('not known')
})

test('fifteen candidates, seven interviewers and five competencies have the figures of the command', async () => {
  const id = await importText(simulated, { scaleId: 'four-point', name: 'Fifteen' })
  const csv = await (await server.request(paths.comparisonCsv(id), { as: round.manager.id })).text()
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true })
  expect(rows).toHaveLength(15)
  for (const row of rows) {
    const given = printed.candidates.find((one) => one.id === row.Candidate)
    expect(Number(row['Calibrated score'])).toBeCloseTo(given?.mean ?? NaN, 1)
    expect(Math.abs(Number(row['Calibrated score']) - (given?.mean ?? NaN))).toBeLessThan(0.011)
    expect(Math.abs(Number(row['Calibrated: 90 % from']) - (given?.q05 ?? NaN))).toBeLessThan(0.011)
    expect(Math.abs(Number(row['Calibrated: 90 % to']) - (given?.q95 ?? NaN))).toBeLessThan(0.011)
  }
})

test('an import is taken back at once by who made it, later by typing the name', async () => {
  const id = await importText(small, { scaleId: 'four-point', 'to.0': 'missing', name: 'Brief' })
  const undo = (as?: string) => post(paths.pastRound(id), { intent: 'undo' }, as)
  expect((await undo(round.administrator.id)).status).toBe(422)
  server.clock.now = now + 601_000
  expect((await undo()).status).toBe(422)
  server.clock.now = now
  expect((await undo()).status).toBe(302)
  expect((await server.request(paths.comparison(id), { as: round.manager.id })).status).toBe(404)
  const other = await importText(small, { scaleId: 'four-point', 'to.0': 'missing', name: 'Other' })
  const remove = (confirmation: string) => post(paths.pastRound(other), { intent: 'delete', confirmation })
  expect((await remove('Othr')).status).toBe(422)
  expect((await remove('Other')).status).toBe(302)
  expect(server.db.select().from(pastRating).where(eq(pastRating.roundId, other)).all()).toEqual([])
  expect(server.db.select().from(pastPerson).where(eq(pastPerson.roundId, other)).all()).toEqual([])
})

test('an erased candidate keeps the ratings under a code, and their name and notes are in no row', async () => {
  const text =
    'candidate,interviewer,rating,note\nZora Quill,Bo,3,Zora spoke\nYan Pell,Bo,2,fine\nYan Pell,Cy,2,\nZora Quill,Cy,1,'
  const id = await importText(text, { scaleId: 'four-point', name: 'Erasing' })
  const zora = server.db.select().from(pastPerson).where(eq(pastPerson.name, 'Zora Quill')).get()
  const erase = (confirmation: string) =>
    post(paths.pastRound(id), { intent: 'erase', candidateId: zora?.id ?? '', confirmation })
  expect((await erase('Zora')).status).toBe(422)
  expect((await erase('Zora Quill')).status).toBe(302)
  const page = await (await server.request(paths.comparison(id), { as: round.manager.id })).text()
  expect(page).toContain('Candidate C1')
  expect(page).not.toContain('Zora')
  const rows = JSON.stringify(
    [pastRound, pastPerson, pastRating, auditEvent].map((table) => server.db.select().from(table).all()),
  )
  expect(rows).not.toContain('Zora')
  expect(rows).toContain('round.erase-candidate')
  expect(verifyAuditChain(server.db).brokenAt).toBeNull()
})

test.each([
  ['nothing', '', 'Choose a file that is not empty'],
  ['an Excel file', 'PK\u0003\u0004rest', 'This is an Excel or another packed file'],
  ['one column', 'a\nb\nc', 'Only one column was found'],
  ['a heading alone', 'candidate,interviewer,rating', 'The file has one row only'],
  ['an open quotation mark', 'a,b\n"c,d\n', 'a quotation mark is opened'],
])('%s is refused in words', async (_name, text, words) => {
  const answer = await post(paths.importRound(), { intent: 'open', text })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
})
