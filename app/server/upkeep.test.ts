import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import pino from 'pino'
import { expect, test } from 'vitest'
import { readEnv } from '#app/lib/env.server.ts'
import { addEvents, addInstallation, damage } from '#tests/support/installation.ts'
import { openTestServices } from '#tests/support/services.ts'
import { nameBackup } from '#db/backup-plan.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { inspectDatabase } from '#db/copy-database.mjs'
import { countPendingMigrations } from '#db/migrate.ts'
import {
  ballastBytes,
  ballastFileOf,
  ensureBallast,
} from '#app/domains/people/installation/ballast.server.ts'
import { createBackups } from './backups.server.ts'
import { DamagedDatabaseError, prepare } from './prepare.server.ts'
import { keepUp } from './upkeep.server.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 21, 7, 46, 3)

/** A program on a file, with a clock of ours. */
function openProgram() {
  const { db, databaseFile, dataDir, folder } = addInstallation()
  const clock = { now: start }
  const backups = createBackups({ db, databaseFile, folder, log: pino({ level: 'silent' }) })
  const env = readEnv({ DATA_DIR: dataDir })
  const services = openTestServices({ db, backups, env, now: () => clock.now })
  return { db, services, clock, folder, dataDir, databaseFile }
}

test('a round makes a backup when none is from the last hour, and the next one does not', async () => {
  const { db, services, clock, folder } = openProgram()
  await keepUp(services)
  clock.now += hour / 2
  await keepUp(services)
  expect(readdirSync(folder)).toEqual([nameBackup('hourly', start)])
  clock.now += hour / 2
  await keepUp(services)
  expect(services.backups.list().map(({ atMs }) => atMs)).toEqual([start + hour, start])
  closeDatabase(db)
})

test('what has aged out goes with the next backup, and never before it has succeeded', async () => {
  const { db, services, clock, folder, databaseFile } = openProgram()
  await keepUp(services)
  const names = Array.from({ length: 60 }, (_, i) => nameBackup('hourly', start - i * hour))
  for (const name of names.slice(1)) writeFileSync(`${folder}/${name}`, '')
  clock.now += hour
  addEvents(db, 1000)
  await keepUp(services)
  expect(services.backups.list().length).toBeLessThan(30)
  const held = services.backups.list().map(({ name }) => name)
  clock.now += hour
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  damage(databaseFile)
  await keepUp(services)
  expect(services.backups.list().map(({ name }) => name)).toEqual(held)
  expect(services.backups.findFailure()).toMatchObject({ atMs: clock.now })
})

test('two who ask at once get the same backup', async () => {
  const { db, services } = openProgram()
  const [one, two] = await Promise.all([
    services.backups.make('manual', start),
    services.backups.make('hourly', start + 5),
  ])
  expect(one).toBe(two)
  expect(services.backups.list()).toHaveLength(1)
  closeDatabase(db)
})

test('before an upgrade of an existing database there is a backup of how it was, and of a new one there is none', async () => {
  const fresh = openProgram()
  await prepare(fresh.services, 'http://localhost')
  expect(fresh.services.backups.list()).toEqual([])
  closeDatabase(fresh.db)
  const old = openProgram()
  closeDatabase(old.db)
  const content = new URL('../../tests/support/old-databases/0.1.0.sqlite.gz', import.meta.url)
  writeFileSync(old.databaseFile, gunzipSync(readFileSync(content)))
  const { schema } = inspectDatabase(old.databaseFile)
  const db = openDatabase(old.databaseFile)
  const services = { ...old.services, db }
  await prepare(services, 'http://localhost')
  expect(countPendingMigrations(db)).toBe(0)
  expect(services.backups.list().map(({ name }) => name)).toEqual([nameBackup('upgrade', start)])
  expect(inspectDatabase(services.backups.list()[0]?.file ?? '')).toMatchObject({ schema, problem: null })
  closeDatabase(db)
})

test('an upgrade is not begun when the backup before it fails', async () => {
  const { db, services, folder } = openProgram()
  db.$client.pragma('user_version = 1')
  writeFileSync(folder, 'a file where the folder belongs')
  const starting = prepare(services, 'http://localhost')
  await expect(starting).rejects.toThrow(/backup before that failed, so nothing was changed/)
  expect(countPendingMigrations(db)).toBeGreaterThan(0)
  closeDatabase(db)
})

test('a damaged database is not served, and the message says how to restore', async () => {
  const { db, services, databaseFile } = openProgram()
  addEvents(db, 2000)
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  damage(databaseFile)
  db.$client.pragma('shrink_memory')
  const starting = prepare(services, 'http://localhost')
  await expect(starting).rejects.toThrow(DamagedDatabaseError)
  await expect(starting).rejects.toThrow(/npx panelist restore latest/)
})

test('the ballast has its size, is made once, and not where there is little room', async () => {
  const { db, dataDir } = openProgram()
  expect(await ensureBallast(dataDir)).toBe(true)
  const { size, mtimeMs } = statSync(ballastFileOf(dataDir))
  expect(size).toBe(ballastBytes)
  expect(await ensureBallast(dataDir)).toBe(true)
  expect(statSync(ballastFileOf(dataDir)).mtimeMs).toBe(mtimeMs)
  rmSync(ballastFileOf(dataDir))
  expect(await ensureBallast(dataDir, 1e18)).toBe(false)
  expect(readdirSync(dataDir)).not.toContain('ballast')
  closeDatabase(db)
})
