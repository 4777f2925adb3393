import { readdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { nameBackup } from '#db/backup-plan.ts'
import { inspectDatabase } from '#db/copy-database.mjs'
import { verifyAuditChain } from '#db/events.server.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
const hour = 3_600_000

beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db, { candidates: 1 })
})
afterAll(() => server.close())
beforeEach(() => (server.clock.now = roundStartMs))

/** What a page says, without its marks. */
function readText(html: string): string {
  return html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

async function show(path: string, as = round.administrator.id): Promise<string> {
  const answer = await server.request(path, { as })
  expect(answer.status).toBe(200)
  return readText(await answer.text())
}

function post(form: Record<string, string>, as: string): Promise<Response> {
  return server.request(paths.installation(), { as, form })
}

test('only administrators see where the data is, in the rail and on the page', async () => {
  expect(await show(paths.home())).toContain('Data and backups')
  for (const person of [round.manager, round.coordinator, round.observer]) {
    expect(await show(paths.home(), person.id)).not.toContain('Data and backups')
    expect((await server.request(paths.installation(), { as: person.id })).status).toBe(403)
    expect((await post({ formKey: newId() }, person.id)).status).toBe(403)
  }
  expect(server.services.backups.list()).toEqual([])
})

test('a backup made by hand is checked, listed and in the audit log, and the same form makes no second one', async () => {
  const before = verifyAuditChain(server.db).events
  const form = { formKey: newId() }
  const answers = await Promise.all([post(form, round.administrator.id), post(form, round.administrator.id)])
  expect(answers.map(({ status }) => status)).toEqual([302, 302])
  server.clock.now = roundStartMs + 60_000
  expect((await post(form, round.administrator.id)).status).toBe(302)
  const [backup, ...others] = server.services.backups.list()
  expect(others).toEqual([])
  expect(inspectDatabase(backup?.file ?? '')).toMatchObject({ problem: null, counts: { candidate: 1 } })
  expect(verifyAuditChain(server.db)).toEqual({ events: before + 1, brokenAt: null })
  const page = await show(paths.installation())
  expect(page).toContain(nameBackup('manual', roundStartMs))
  expect(page).toContain(server.services.backups.folder)
  expect(page).toMatch(/What is erased today.* is deleted on \w+day \d+ \w+ 2026/)
})

test('a form without its key is refused, and makes nothing', async () => {
  const count = server.services.backups.list().length
  expect((await post({}, round.administrator.id)).status).toBe(422)
  expect((await post({ formKey: '../../etc' }, round.administrator.id)).status).toBe(422)
  expect(server.services.backups.list()).toHaveLength(count)
})

test('a backup that fails is told with its reason, and the older ones stay', async () => {
  const other = await startTestServer({ now: roundStartMs, env: { LOG_LEVEL: 'silent' } })
  const { administrator } = addRound(other.db, { candidates: 1 })
  writeFileSync(other.services.backups.folder, 'a file where the folder belongs')
  const ask = { as: administrator.id, form: { formKey: newId() } }
  const answer = await other.request(paths.installation(), ask)
  expect(answer.status).toBe(409)
  expect(readText(await answer.text())).toMatch(/No backup was made .* older backups are untouched/)
  const page = await other.request(paths.installation(), { as: administrator.id })
  expect(readText(await page.text())).toContain('The last backup failed')
  await other.close()
})

test('Home warns administrators, and nobody else, when the newest backup is older than 26 hours', async () => {
  const newest = Math.max(...server.services.backups.list().map(({ atMs }) => atMs))
  server.clock.now = newest + 26 * hour
  expect(await show(paths.home())).not.toContain('The newest backup')
  server.clock.now = newest + 27 * hour
  expect(await show(paths.home())).toContain('The newest backup is from')
  expect(await show(paths.home(), round.manager.id)).not.toContain('The newest backup')
})

test('whoever may erase a candidate reads when the last backup that holds them is deleted', async () => {
  const candidate = round.candidates[0]?.id ?? ''
  expect(await show(paths.candidate(candidate), round.manager.id)).toMatch(
    /Panelist deletes the last of them on \w+day \d+ \w+ 2026/,
  )
  expect(await show(paths.candidate(candidate), round.coordinator.id)).not.toContain(
    'deletes the last of them',
  )
})

test('nothing in the folder of backups can be had over the web', async () => {
  const [name] = readdirSync(server.services.backups.folder)
  for (const path of [`/backups/${name}`, `/installation/${name}`, `/.data/backups/${name}`]) {
    const answer = await server.request(path, { as: round.administrator.id })
    expect(answer.status).toBe(404)
  }
})

test('a full disk is said with 507 in words, to pages as to programs, while reading and backing up go on', async () => {
  const pages = Number(server.db.$client.pragma('page_count', { simple: true }))
  server.db.$client.pragma(`max_page_count = ${pages}`)
  const as = round.administrator.id
  const cookie = server.cookieOf(as)
  const invite = (i: number) =>
    server.request(paths.invitePerson(), {
      headers: { Cookie: cookie },
      form: { email: `maren${i}@example.org`, access: 'interviewer', formKey: newId() },
    })
  // The room left in the last pages is used up first.
  let answer = await invite(0)
  for (let i = 1; i < 500 && answer.status === 201; i++) answer = await invite(i)
  expect(answer.status).toBe(507)
  expect(readText(await answer.text())).toContain('deleting the file “ballast”')
  const reading = await server.request(paths.installation(), { headers: { Cookie: cookie } })
  expect(reading.status).toBe(200)
  const made = await server.services.backups.make('hourly', server.clock.now ?? 0)
  expect(made).toMatchObject({ isDone: true })
  server.db.$client.pragma('max_page_count = 1000000')
  expect((await invite(501)).status).toBe(201)
})
