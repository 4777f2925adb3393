import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addEvents, addInstallation, damage, type InstalledFiles } from '#tests/support/installation.ts'
import { deleteOldBackups, listBackups, makeBackup } from './backup.server.ts'
import { nameBackup } from './backup-plan.ts'
import { closeDatabase } from './client.server.ts'
import { copyDatabase, inspectDatabase } from './copy-database.mjs'

const now = Date.UTC(2026, 10, 21, 7, 46, 3)

function backUp(
  { databaseFile, folder }: InstalledFiles,
  given: { now?: number; reserveBytes?: number } = {},
) {
  return makeBackup({ databaseFile, folder, kind: 'manual', now, reserveBytes: 0, ...given })
}

test('a backup is one whole file, named by its time, that only this account may read', async () => {
  const installed = addInstallation()
  addEvents(installed.db, 300)
  const made = await backUp(installed)
  expect(made).toMatchObject({ isDone: true, counts: { audit_event: 300 } })
  expect(readdirSync(installed.folder)).toEqual(['2026-11-21T07-46-03Z-manual.db'])
  const [backup] = listBackups(installed.folder)
  expect(inspectDatabase(backup?.file ?? '')).toMatchObject({ problem: null, counts: { audit_event: 300 } })
  expect(readdirSync(installed.folder)).toHaveLength(1)
  if (process.platform !== 'win32') expect(statSync(installed.folder).mode & 0o077).toBe(0)
  closeDatabase(installed.db)
})

test('saves that arrive during the copy neither disturb it nor stand in it', async () => {
  const installed = addInstallation()
  addEvents(installed.db, 4000)
  const before = countEvents(installed)
  let saves = 0
  const timer = setInterval(() => {
    addEvents(installed.db, 1)
    saves++
  }, 1)
  const made = await backUp(installed)
  clearInterval(timer)
  expect(saves).toBeGreaterThan(0)
  expect(made).toMatchObject({ isDone: true, counts: { audit_event: before } })
  expect(countEvents(installed)).toBe(before + saves)
  closeDatabase(installed.db)
})

function countEvents({ db }: InstalledFiles): number {
  return Number(db.$client.prepare('select count(*) from audit_event').pluck().get())
}

test('without enough room nothing is begun, and the reason names the sizes', async () => {
  const installed = addInstallation()
  const made = await backUp(installed, { reserveBytes: 1e18 })
  expect(made).toMatchObject({
    isDone: false,
    reason: expect.stringMatching(/not enough room.*\d MB are free/),
  })
  expect(readdirSync(installed.folder)).toEqual([])
  closeDatabase(installed.db)
})

test('a copy of a damaged database is no backup, and the older ones stay', async () => {
  const installed = addInstallation()
  addEvents(installed.db, 2000)
  await backUp(installed)
  closeDatabase(installed.db)
  damage(installed.databaseFile)
  const made = await backUp(installed, { now: now + 1000 })
  expect(made).toMatchObject({ isDone: false, reason: expect.stringMatching(/malformed|not whole/) })
  expect(readdirSync(installed.folder)).toEqual([nameBackup('manual', now)])
})

test('a folder that cannot be made is said in words', async () => {
  const installed = addInstallation()
  writeFileSync(installed.folder, 'a file where the folder belongs')
  const made = await backUp(installed)
  expect(made).toMatchObject({ isDone: false, reason: expect.stringContaining(installed.folder) })
  closeDatabase(installed.db)
})

test('what a killed program left half-written is cleared away later, and never listed', async () => {
  const installed = addInstallation()
  mkdirSync(installed.folder)
  const left = (name: string, ageMs: number) => {
    const file = join(installed.folder, `${name}.partial`)
    writeFileSync(file, 'half')
    utimesSync(file, new Date(Date.now() - ageMs), new Date(Date.now() - ageMs))
  }
  left('old', 7_200_000)
  left('young', 1000)
  expect(listBackups(installed.folder)).toEqual([])
  await backUp(installed)
  expect(readdirSync(installed.folder)).toEqual([nameBackup('manual', now), 'young.partial'])
  closeDatabase(installed.db)
})

test('only backups that the plan gives up are deleted', async () => {
  const installed = addInstallation()
  mkdirSync(installed.folder)
  const hour = 3_600_000
  const names = Array.from({ length: 60 }, (_, i) => nameBackup('hourly', now - i * hour))
  for (const name of [...names, 'notes.txt', 'mine.db']) writeFileSync(join(installed.folder, name), '')
  const deleted = deleteOldBackups(installed.folder, now)
  expect(deleted.length).toBeGreaterThan(30)
  const left = readdirSync(installed.folder)
  expect(left).toEqual(expect.arrayContaining(['notes.txt', 'mine.db', ...names.slice(0, 24)]))
  expect(left).toHaveLength(62 - deleted.length)
  closeDatabase(installed.db)
})

test('an inspection finds a file that is no database, and one that is cut off', async () => {
  const installed = addInstallation()
  addEvents(installed.db, 500)
  closeDatabase(installed.db)
  const file = join(installed.dataDir, 'text.db')
  writeFileSync(file, 'no database at all'.repeat(500))
  expect(inspectDatabase(file).problem).toMatch(/not a database/)
  expect(inspectDatabase(join(installed.dataDir, 'none.db')).problem).not.toBeNull()
  damage(installed.databaseFile)
  expect(inspectDatabase(installed.databaseFile).problem).not.toBeNull()
})

test('a copy to a folder that is missing fails in words', async () => {
  const installed = addInstallation()
  const file = join(installed.dataDir, 'nowhere', 'copy.db')
  const outcome = await copyDatabase({ databaseFile: installed.databaseFile, file, reserveBytes: 0 })
  expect(outcome.isDone).toBe(false)
  closeDatabase(installed.db)
})
