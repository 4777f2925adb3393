import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db)
})
afterAll(() => server.close())

const folder = () => server.services.env.printFolder
const list = () => readdirSync(folder())

async function fetchPdf(path: string, headers: Record<string, string> = {}) {
  const answer = await server.request(path, { as: round.manager.id, headers })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('a document is kept under its content and answered from the disk, or with 304', async () => {
  const path = paths.panelKitsPdf(round.panelId)
  const first = await fetchPdf(path)
  expect(first.answer.status).toBe(200)
  expect(first.answer.headers.get('Cache-Control')).toBe('no-store')
  const etag = first.answer.headers.get('ETag') ?? ''
  expect(etag).toMatch(/^"[\w-]+"$/)
  expect(list()).toEqual([`${etag.slice(1, -1)}.pdf`])
  const second = await fetchPdf(path)
  expect(Buffer.compare(second.bytes, first.bytes)).toBe(0)
  expect(second.answer.headers.get('ETag')).toBe(etag)
  const third = await fetchPdf(path, { 'If-None-Match': etag })
  expect([third.answer.status, third.bytes.length]).toEqual([304, 0])
  // What stands on the disk is what is sent: nothing was laid out again.
  writeFileSync(join(folder(), `${etag.slice(1, -1)}.pdf`), '%PDF-kept')
  expect((await fetchPdf(path)).bytes.toString()).toBe('%PDF-kept')
})

test('another choice or another content is another document', async () => {
  const path = paths.panelKitsPdf(round.panelId)
  const tags = new Set<string | null>()
  for (const other of [path, `${path}?paper=letter`, `${path}?size=clear`, `${path}?ink=grey`])
    tags.add((await fetchPdf(other)).answer.headers.get('ETag'))
  expect(tags.size).toBe(4)
})

test('erasing a candidate deletes every kept document', async () => {
  const candidate = round.candidates[0]
  const session = candidate?.sessions[0]
  if (!candidate || !session) throw new Error('the round is empty')
  const kit = await fetchPdf(paths.sessionKitPdf(session.id))
  expect(list().length).toBeGreaterThan(0)
  const erased = await server.request(paths.candidate(candidate.id), {
    as: round.manager.id,
    form: { intent: 'erase', confirmation: candidate.name },
  })
  expect(erased.status).toBe(302)
  expect(list()).toEqual([])
  const again = await fetchPdf(paths.sessionKitPdf(session.id))
  expect(again.answer.headers.get('ETag')).not.toBe(kit.answer.headers.get('ETag'))
})

test('a backup holds the database and no printed document', async () => {
  await fetchPdf(paths.panelKitsPdf(round.panelId))
  const made = await server.services.backups.make('manual', Date.now())
  expect(made.isDone).toBe(true)
  const backups = server.services.env.backupFolder
  expect(readdirSync(backups).filter((name) => !name.endsWith('.db'))).toEqual([])
  expect(existsSync(join(backups, 'prints'))).toBe(false)
})
