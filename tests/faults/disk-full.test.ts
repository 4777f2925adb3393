import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ballastFileOf } from '#app/domains/people/installation/ballast.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { findObstacle, report } from '#tests/support/faults.ts'
import { findPort, kill, killStarted, startProcess } from '#tests/support/process.ts'
import { addRound } from '#tests/support/round.ts'
import { startTestServer } from '#tests/support/server.ts'
import { addTypists, expectSaves, listTypists, sendAs, startTyping } from '#tests/support/typing.ts'

const words = /disk is full.*stays in this page.*deleting the file “ballast”/

/** Says in which words a save is refused now. */
async function tryToSave(url: string, { cardId, cookie }: { cardId: string; cookie: string }) {
  const opId = '0190a2b4-0000-4000-8000-000000000001'
  const value = 'x'.repeat(15_000)
  return sendAs(url, cookie, [{ opId, scorecardId: cardId, field: 'summary:against', base: 0, value }])
}

test('a disk that fills up while people type is said with 507 in words, loses nothing acknowledged, and saves go on by themselves when there is room', async () => {
  const server = await startTestServer()
  onTestFinished(server.close)
  const typists = listTypists(addRound(server.db, { candidates: 1 }), server.cookieOf)
  const [first] = typists
  if (!first) throw new Error('nobody types')
  const client = server.db.$client
  const typing = startTyping(server.url, typists)
  const counts = []
  for (let round = 1; round <= 3; round++) {
    await expect.poll(() => typing.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(counts.length * 20)
    const pages = Number(client.pragma('page_count', { simple: true }))
    client.pragma(`max_page_count = ${pages}`)
    // The room left in the last pages is used up first, then nothing goes through.
    const before = typing.troubles.get(507) ?? 0
    await expect.poll(() => typing.troubles.get(507) ?? 0, { timeout: 30_000 }).toBeGreaterThan(before + 4)
    const refused = await tryToSave(server.url, first)
    expect(refused).toMatchObject({ status: 507, message: expect.stringMatching(words) })
    const atFull = typing.acknowledged.size
    client.pragma('max_page_count = 1000000')
    await expect.poll(() => typing.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(atFull + 20)
    counts.push(atFull)
  }
  await typing.stop()
  expect([...typing.troubles.keys()]).toEqual([507])
  const saves = expectSaves(server.db, typists, typing.acknowledged)
  report('disk full by max_page_count', {
    'times full': counts.length,
    refused: typing.troubles.get(507) ?? 0,
    ...saves,
  })
})

const obstacle = findObstacle('disk really full', {
  name: 'a small file system',
  probe: ['sh', '-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m none "$d" && umount "$d" && rmdir "$d"'],
  comesWith: 'it needs the right to mount tmpfs',
})

test.skipIf(obstacle)(
  'on a disk that is really full, deleting the ballast gives the room to save again',
  { timeout: 180_000 },
  async () => {
    const mounted = mkdtempSync(join(tmpdir(), 'panelist-small-'))
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'none', mounted])
    onTestFinished(async () => {
      await killStarted()
      spawnSync('umount', [mounted])
      rmSync(mounted, { recursive: true })
    })
    const port = String(await findPort())
    const url = `http://localhost:${port}`
    const databaseFile = join(mounted, 'panelist.db')
    const settings = { DATA_DIR: mounted, DATABASE_URL: databaseFile, PORT: port, LOG_LEVEL: 'silent' }
    const typists = await addTypists(settings)
    const [first] = typists
    if (!first) throw new Error('nobody types')
    const child = await startProcess({ ...settings, NODE_ENV: 'production' }, url)
    await expect.poll(() => existsSync(ballastFileOf(mounted)), { timeout: 30_000 }).toBe(true)

    const typing = startTyping(url, typists)
    await expect.poll(() => typing.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(20)
    expect(() => writeFileSync(join(mounted, 'filler'), Buffer.alloc(400_000_000))).toThrow(/ENOSPC/)
    await expect.poll(() => typing.troubles.get(507) ?? 0, { timeout: 60_000 }).toBeGreaterThan(4)
    const refused = await tryToSave(url, first)
    expect(refused).toMatchObject({ status: 507, message: expect.stringMatching(words) })

    const atFull = typing.acknowledged.size
    rmSync(ballastFileOf(mounted))
    await expect.poll(() => typing.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(atFull + 20)
    await typing.stop()
    await kill(child)
    expect([...typing.troubles.keys()]).toEqual([507])
    const db = openDatabase(databaseFile)
    const saves = expectSaves(db, typists, typing.acknowledged)
    closeDatabase(db)
    report('disk really full', { refused: typing.troubles.get(507) ?? 0, ...saves })
  },
)
