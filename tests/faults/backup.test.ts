import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readEnv } from '#app/lib/env.server.ts'
import { runCommand } from '#app/server/cli.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { inspectDatabase } from '#db/copy-database.mjs'
import { report } from '#tests/support/faults.ts'
import { addEvents, addInstallation, damage } from '#tests/support/installation.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'
import { kill, startProcess } from '#tests/support/process.ts'
import { addTypists, expectSaves, startTyping } from '#tests/support/typing.ts'

const copier = fileURLToPath(new URL('../../db/copy-database.mjs', import.meta.url))

/** An installation in a new folder, and the commands beside it. */
async function planWithCommands() {
  const here = await planInstallation()
  const env = readEnv(here.settings)
  return { ...here, run: (...args: string[]) => runCommand(args, here.dataDir, () => env) }
}

test(
  'the drill: backed up while people save, killed, restored into a new folder, with every save that was acknowledged before',
  { timeout: 180_000 },
  async () => {
    const here = await planWithCommands()
    const typists = await addTypists(here.settings)
    const child = await startProcess(here.settings, here.url)
    const typing = startTyping(here.url, typists)
    const backups: { file: string; acknowledged: Set<string> }[] = []
    for (const name of ['first.db', 'second.db', 'third.db']) {
      const before = typing.acknowledged.size
      await expect.poll(() => typing.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(before + 20)
      const acknowledged = new Set(typing.acknowledged)
      const made = await here.run('backup', name)
      expect(made).toMatchObject({ status: 0 })
      backups.push({ file: join(here.dataDir, name), acknowledged })
    }
    const refused = await here.run('restore', 'third.db')
    expect(refused.lines.join()).toMatch(/Panelist is running on this database/)
    await kill(child)
    await typing.stop()
    const counts = backups.map(({ acknowledged }) => acknowledged.size)
    expect(counts[0]).toBeGreaterThan(0)
    expect(counts[2]).toBeGreaterThan(counts[0] ?? 0)

    let lost = 0
    for (const { file, acknowledged } of backups) {
      const there = await planWithCommands()
      expect(await there.run('restore', file)).toMatchObject({ status: 0 })
      const db = openDatabase(there.databaseFile)
      lost += expectSaves(db, typists, acknowledged).lost
      closeDatabase(db)
    }

    // Where the server was killed, the newest backup takes the place of a database that holds every save.
    const restored = await here.run('restore', 'third.db')
    expect(restored.status).toBe(0)
    const aside = /is now (\S+)\. It holds/.exec(restored.lines.join('\n'))?.[1] ?? ''
    const db = openDatabase(aside)
    expectSaves(db, typists, typing.acknowledged)
    closeDatabase(db)
    const again = await startProcess(here.settings, here.url)
    await kill(again)
    report('backup under load, restored elsewhere', {
      backups: backups.length,
      'saved before each': counts.join(', '),
      acknowledged: typing.acknowledged.size,
      lost,
    })
  },
)

test('a backup that the disk has damaged since is refused, and an older one restores', async () => {
  const { db, databaseFile, dataDir, folder } = addInstallation()
  const env = readEnv({ DATA_DIR: dataDir })
  const run = (...args: string[]) => runCommand(args, dataDir, () => env)
  addEvents(db, 1000)
  await run('backup')
  closeDatabase(db)
  const [good = ''] = readdirSync(folder)
  copyFileSync(join(folder, good), join(folder, '2020-01-01T00-00-00Z-hourly.db'))
  damage(join(folder, good))
  const refused = await run('restore', 'latest')
  expect(refused).toMatchObject({ status: 1, lines: [expect.stringMatching(/Nothing was changed.*damaged/)] })
  expect((await run('restore', '2020-01-01T00-00-00Z-hourly.db')).status).toBe(0)
  expect(inspectDatabase(databaseFile)).toMatchObject({ problem: null, counts: { audit_event: 1001 } })
})

test.skipIf(process.platform === 'win32')(
  'a disk that takes no more in the middle of a copy leaves the older backups and no half one',
  async () => {
    const { db, databaseFile, folder } = addInstallation()
    addEvents(db, 3000)
    mkdirSync(folder)
    const older = join(folder, '2020-01-01T00-00-00Z-hourly.db')
    copyFileSync(databaseFile, older)
    const job = { databaseFile, file: join(folder, '2026-11-21T07-46-03Z-hourly.db'), reserveBytes: 0 }
    const script = `import(${JSON.stringify(copier)}).then((copier) => copier.copyDatabase(${JSON.stringify(job)})).then((outcome) => console.log(JSON.stringify(outcome)))`
    // No file may grow beyond 400 blocks of 512 bytes, as if the disk ended there.
    const printed = execFileSync('sh', ['-c', 'ulimit -f 400; exec "$0" -e "$1"', process.execPath, script], {
      encoding: 'utf8',
    })
    expect(JSON.parse(printed)).toMatchObject({
      isDone: false,
      reason: expect.stringMatching(/full|I\/O error/),
    })
    expect(readdirSync(folder)).toEqual(['2020-01-01T00-00-00Z-hourly.db'])
    closeDatabase(db)
  },
)
