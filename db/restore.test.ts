import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#app/lib/new-id.server.ts'
import { addEvents, addInstallation, damage, type InstalledFiles } from '#tests/support/installation.ts'
import { addPerson } from '#tests/support/round.ts'
import { makeBackup } from './backup.server.ts'
import { closeDatabase, openDatabase, write } from './client.server.ts'
import { inspectDatabase } from './copy-database.mjs'
import { DatabaseHeldError, takeDatabase } from './database-lock.server.ts'
import { recordAuditEvent, verifyAuditChain } from './events.server.ts'
import { listReplaced, RestoreError, restoreDatabase } from './restore.server.ts'
import { signIn } from './schema/people.ts'
import { candidate } from './schema/scorecards.ts'

const now = Date.UTC(2026, 10, 21, 7, 46, 3)

/** An installation with a backup of 100 events, and 50 more since; closed. */
async function addBackedUp(): Promise<InstalledFiles & { file: string }> {
  const installed = addInstallation()
  addEvents(installed.db, 100)
  const file = await backUp(installed)
  addEvents(installed.db, 50)
  closeDatabase(installed.db)
  return { ...installed, file }
}

async function backUp({ databaseFile, folder }: InstalledFiles): Promise<string> {
  const made = await makeBackup({ databaseFile, folder, kind: 'manual', now, reserveBytes: 0 })
  if (!made.isDone) throw new Error(made.reason)
  return made.backup.file
}

function countEvents(file: string): number {
  const db = openDatabase(file)
  const { events, brokenAt } = verifyAuditChain(db)
  closeDatabase(db)
  expect(brokenAt).toBeNull()
  return events
}

test('a backup takes the place of the database, which is kept whole under another name', async () => {
  const { databaseFile, file } = await addBackedUp()
  const restored = await restoreDatabase({ file, databaseFile, now })
  // One more: restoring is an event itself.
  expect(countEvents(databaseFile)).toBe(101)
  expect(restored.asideFile).toMatch(/panelist-replaced-2026-11-21T07-46-03Z\.db$/)
  expect(listReplaced(databaseFile)).toEqual([restored.asideFile])
  expect(countEvents(restored.asideFile ?? '')).toBe(150)
  expect(inspectDatabase(file)).toMatchObject({ problem: null, counts: { audit_event: 100 } })
})

test('into an empty folder it restores as well, and puts nothing aside', async () => {
  const { dataDir, file } = await addBackedUp()
  const databaseFile = join(dataDir, 'new', 'machine', 'panelist.db')
  const restored = await restoreDatabase({ file, databaseFile, now })
  expect(restored).toMatchObject({ asideFile: null, counts: { audit_event: 100 } })
  expect(countEvents(databaseFile)).toBe(101)
})

test('while anybody has the database open it is refused, and nobody opens it while it goes on', async () => {
  const { databaseFile, file } = await addBackedUp()
  const db = openDatabase(databaseFile)
  await expect(restoreDatabase({ file, databaseFile, now })).rejects.toThrow(DatabaseHeldError)
  closeDatabase(db)
  const letGo = takeDatabase(databaseFile)
  expect(() => openDatabase(databaseFile)).toThrow(/being restored/)
  letGo()
  expect(countEvents(databaseFile)).toBe(150)
})

test('the log of a killed server goes aside with its database and never into the restored one', async () => {
  const installed = addInstallation()
  addEvents(installed.db, 100)
  const file = await backUp(installed)
  addEvents(installed.db, 50)
  // Copied while open, database and log are what a killed server leaves.
  const killed = join(installed.dataDir, 'killed.db')
  for (const suffix of ['', '-wal']) copyFileSync(installed.databaseFile + suffix, killed + suffix)
  closeDatabase(installed.db)
  const { asideFile } = await restoreDatabase({ file, databaseFile: killed, now })
  expect(countEvents(killed)).toBe(101)
  expect(countEvents(asideFile ?? '')).toBe(150)
})

test('a damaged database is replaced too, and every part of it is kept', async () => {
  const { databaseFile, file } = await addBackedUp()
  writeFileSync(databaseFile, 'no database any more')
  writeFileSync(`${databaseFile}-wal`, 'a log of something')
  const { asideFile } = await restoreDatabase({ file, databaseFile, now })
  expect(countEvents(databaseFile)).toBe(101)
  expect(readFileSync(asideFile ?? '', 'utf8')).toBe('no database any more')
  expect(readFileSync(`${asideFile}-wal`, 'utf8')).toBe('a log of something')
  expect(existsSync(`${databaseFile}-wal`)).toBe(false)
})

test.each([
  ['damaged', /damaged/, (file: string) => damage(file)],
  ['no database', /damaged, or is none/, (file: string) => writeFileSync(file, 'hello'.repeat(1000))],
  ['gone', /There is no file/, (file: string) => renameSync(file, `${file}.elsewhere`)],
  [
    'of a newer Panelist',
    /newer Panelist \(schema 999/,
    (file: string) => pragma(file, 'user_version = 999'),
  ],
  ['of another program', /none of Panelist/, (file: string) => pragma(file, 'user_version = 0')],
])('a backup that is %s is refused in words, and the database stays as it was', async (_, words, spoil) => {
  const { databaseFile, file } = await addBackedUp()
  spoil(file)
  const refused = restoreDatabase({ file, databaseFile, now })
  await expect(refused).rejects.toThrow(RestoreError)
  await expect(refused).rejects.toThrow(words)
  expect(countEvents(databaseFile)).toBe(150)
  expect(listReplaced(databaseFile)).toEqual([])
  expect(existsSync(`${databaseFile}.restoring`)).toBe(false)
})

function pragma(file: string, text: string): void {
  const db = openDatabase(file)
  db.$client.pragma(text)
  closeDatabase(db)
}

test('the backup of an older Panelist is brought forward, and itself stays as it is', async () => {
  const { databaseFile, dataDir } = await addBackedUp()
  const file = join(dataDir, 'old.db')
  const old = new URL('../tests/support/old-databases/0.1.0.sqlite.gz', import.meta.url)
  writeFileSync(file, gunzipSync(readFileSync(old)))
  const { schema, counts } = inspectDatabase(file)
  const restored = await restoreDatabase({ file, databaseFile, now })
  expect(restored.migrations.length).toBeGreaterThan(0)
  expect(inspectDatabase(databaseFile)).toMatchObject({ problem: null, counts: { user: counts.user } })
  expect(inspectDatabase(file).schema).toBe(schema)
})

test('nobody is signed in afterwards, and candidates who were erased since are named', async () => {
  const installed = addInstallation()
  const { db } = installed
  const person = addPerson(db, { access: 'administrator' })
  const [erasedId, staysId] = [newId(), newId()]
  write(db, (tx) => {
    for (const id of [erasedId, staysId])
      tx.insert(candidate).values({ id, code: id, name: 'Mei', createdBy: person.id, createdAtMs: 1 }).run()
    const times = { createdAtMs: 1, lastSeenAtMs: 1, expiresAtMs: 9e15 }
    tx.insert(signIn)
      .values({ secretHash: 'x', userId: person.id, device: 'test', ...times })
      .run()
  })
  const file = await backUp(installed)
  write(db, (tx) => {
    tx.update(candidate).set({ name: null, erasedAtMs: 2 }).run()
    const subject = { subjectKind: 'candidate', subjectId: erasedId }
    recordAuditEvent(tx, { atMs: 2, actorId: person.id, action: 'candidate.erase', ...subject })
  })
  closeDatabase(db)
  const restored = await restoreDatabase({ file, databaseFile: installed.databaseFile, now })
  expect(restored.erasedIds).toEqual([erasedId])
  const { counts } = inspectDatabase(installed.databaseFile)
  expect(counts).toMatchObject({ sign_in: 0, candidate: 2 })
})
