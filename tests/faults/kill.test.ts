import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { howMany, medianOf, report } from '#tests/support/faults.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'
import { kill, startProcess } from '#tests/support/process.ts'
import { addTypists, expectSaves, startTyping } from '#tests/support/typing.ts'

test(
  'killed again and again in the middle of saves, the server loses nothing it acknowledged and applies nothing twice',
  { timeout: 60_000 + howMany.kills * 15_000 },
  async () => {
    const here = await planInstallation()
    const typists = await addTypists(here.settings)
    let child = await startProcess(here.settings, here.url)
    const typing = startTyping(here.url, typists)
    const seconds: number[] = []
    for (let count = 0; count < howMany.kills; count++) {
      // At another moment of the round of saves each time.
      await pause(150 + ((count * 37) % 250))
      await kill(child)
      const killedAt = performance.now()
      child = await startProcess(here.settings, here.url)
      seconds.push((performance.now() - killedAt) / 1000)
    }
    await pause(300)
    await typing.stop()
    await kill(child)

    expect(typing.acknowledged.size).toBeGreaterThan(howMany.kills)
    expect([...typing.troubles]).toEqual([])
    const db = openDatabase(here.databaseFile)
    const counts = expectSaves(db, typists, typing.acknowledged)
    closeDatabase(db)
    report('server killed -9 under load', {
      kills: howMany.kills,
      restarts: seconds.length,
      'median s': medianOf(seconds).toFixed(2),
      sent: typing.sent(),
      ...counts,
    })
  },
)

test('what stood only in the write-ahead log when the server was killed is there when it is opened again', async () => {
  const here = await planInstallation()
  const typists = await addTypists(here.settings)
  const child = await startProcess(here.settings, here.url)
  const typing = startTyping(here.url, typists, { operations: 40 })
  await typing.done
  await kill(child)
  expect(typing.acknowledged.size).toBe(40)
  expect(statSync(`${here.databaseFile}-wal`).size).toBeGreaterThan(0)

  const withoutLog = join(here.dataDir, 'without-log.db')
  copyFileSync(here.databaseFile, withoutLog)
  const alone = new Database(withoutLog)
  expect(alone.prepare('select count(*) from field_op').pluck().get()).toBe(0)
  alone.close()

  const db = openDatabase(here.databaseFile)
  expectSaves(db, typists, typing.acknowledged)
  closeDatabase(db)
})
