import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { findObstacle, report } from '#tests/support/faults.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'
import { kill, startProcess, waitForEnd } from '#tests/support/process.ts'
import { startTestServer } from '#tests/support/server.ts'
import { addTypists, expectSaves, startTyping } from '#tests/support/typing.ts'

const saves = 40
const flushes = 'trace=fsync,fdatasync'

test('the database that the build serves is flushed at every commit', async () => {
  const server = await startTestServer()
  onTestFinished(server.close)
  const read = (name: string) => server.db.$client.pragma(name, { simple: true })
  expect({ mode: read('journal_mode'), synchronous: read('synchronous'), mapped: read('mmap_size') }).toEqual(
    { mode: 'wal', synchronous: 2, mapped: 0 },
  )
})

function findStrace(fault: string) {
  return findObstacle(fault, {
    name: 'strace',
    probe: ['strace', '-D', '-f', '-o', '/dev/null', 'true'],
    comesWith: 'the package strace, and the right to trace',
  })
}

const whyNotCounted = findStrace('flushes counted')
test.skipIf(whyNotCounted)(
  'the log is flushed at least once for every save that one person sends after another',
  { timeout: 120_000 },
  async () => {
    const here = await planInstallation()
    const [typist] = await addTypists(here.settings)
    if (!typist) throw new Error('nobody types')
    const trace = join(here.dataDir, 'trace')
    const child = await startProcess(here.settings, here.url, {
      under: ['strace', '-D', '-f', '-y', '-e', flushes, '-o', trace],
    })
    const count = () => readFileSync(trace, 'utf8').match(/f(?:data)?sync\(\d+<[^>]*-wal>/g)?.length ?? 0
    const before = count()
    const typing = startTyping(here.url, [typist], { operations: saves })
    await typing.done
    await expect.poll(() => count() - before).toBeGreaterThanOrEqual(saves)
    report('flushes counted', { acknowledged: typing.acknowledged.size, flushes: count() - before })
    await kill(child)
  },
)

const whyNotFailing = findStrace('flushes that fail')
test.skipIf(whyNotFailing)(
  'while flushes fail, and killed in the middle of that, the server acknowledges nothing it then loses, and goes on as the disk does',
  { timeout: 240_000 },
  async () => {
    const here = await planInstallation()
    const typists = await addTypists(here.settings)
    let child = await startProcess(here.settings, here.url)
    const typing = startTyping(here.url, typists)
    const failures = () => typing.troubles.get(500) ?? 0
    const rounds = 4
    for (let round = 1; round <= rounds; round++) {
      // In turn all of them, and every second one.
      const when = round % 2 === 0 ? ':when=1+2' : ''
      const inject = ['-e', flushes, '-e', `inject=fsync,fdatasync:error=EIO${when}`]
      const disk = spawn('strace', ['-f', '-o', '/dev/null', ...inject, '-p', String(child.pid)])
      const before = failures()
      await expect.poll(failures, { timeout: 30_000 }).toBeGreaterThan(before + 10)
      if (round % 2 === 0) {
        await kill(child)
        await waitForEnd(disk)
        child = await startProcess(here.settings, here.url)
      } else {
        disk.kill('SIGTERM')
        await waitForEnd(disk)
      }
      const acknowledged = typing.acknowledged.size
      await expect
        .poll(() => typing.acknowledged.size, { timeout: 30_000 })
        .toBeGreaterThan(acknowledged + 20)
    }
    await typing.stop()
    await kill(child)
    expect([...typing.troubles.keys()]).toEqual([500])
    const db = openDatabase(here.databaseFile)
    const counts = expectSaves(db, typists, typing.acknowledged)
    closeDatabase(db)
    report('flushes that fail', { 'times begun': rounds, refused: failures(), ...counts })
  },
)
