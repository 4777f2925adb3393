import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getFormKey } from '#app/domains/scorecards/forms/form-key.server.ts'
import { readEnv } from '#app/lib/env.server.ts'
import { nameBackup } from '#db/backup-plan.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { inspectDatabase } from '#db/copy-database.mjs'
import { addEvents, addInstallation, damage } from '#tests/support/installation.ts'
import { addPerson } from '#tests/support/round.ts'
import { runCommand } from './cli.server.ts'

/** An installation that is being served, and the commands beside it. */
function serve() {
  const installed = addInstallation()
  addEvents(installed.db, 200)
  addPerson(installed.db, { access: 'administrator' })
  const env = readEnv({ DATA_DIR: installed.dataDir })
  const run = (...args: string[]) => runCommand(args, installed.dataDir, () => env)
  return { ...installed, run }
}

test('beside a running server a backup is made among the others, or in the file that was named', async () => {
  const { db, dataDir, folder, run } = serve()
  const made = await run('backup')
  expect(made.status).toBe(0)
  expect(made.lines[0]).toMatch(
    /Z-manual\.db, \d+ kB, checked: 1 person, 0 candidates, 0 scorecards, 0 saves/,
  )
  expect(readdirSync(folder)).toHaveLength(1)
  expect((await run('backup', 'mine.db')).status).toBe(0)
  expect(inspectDatabase(join(dataDir, 'mine.db'))).toMatchObject({ problem: null, counts: { user: 1 } })
  closeDatabase(db)
})

test('a file that is there is not written over, and a folder that is missing is not made', async () => {
  const { db, dataDir, run } = serve()
  writeFileSync(join(dataDir, 'mine.db'), 'mine')
  expect((await run('backup', 'mine.db')).lines[0]).toMatch(/there already/)
  expect((await run('backup', 'nowhere/mine.db')).lines[0]).toMatch(/There is no folder/)
  expect((await run('backup', 'one', 'two')).status).toBe(2)
  closeDatabase(db)
})

test('the list says name, size, age and content of each backup, and which is damaged', async () => {
  const { db, folder, run } = serve()
  expect((await run('backups')).lines).toContain('There are no backups yet.')
  await run('backup')
  const good = await run('backups')
  expect(good).toMatchObject({ status: 0, lines: [expect.stringContaining(folder), expect.anything()] })
  expect(good.lines[1]).toMatch(/^\S+Z-manual\.db {2}\d+ kB {2}just now {2}1 person, 0 candidates/)
  damage(join(folder, readdirSync(folder)[0] ?? ''))
  writeFileSync(join(folder, nameBackup('hourly', Date.now() + 1e10)), '')
  const bad = await run('backups')
  expect(bad.status).toBe(1)
  expect(bad.lines.join('\n')).toMatch(/dated ahead of the clock/)
  expect(bad.lines.join('\n')).toMatch(/just now +SQLite/)
  closeDatabase(db)
})

test('restore is refused while the server runs, and then brings the latest back', async () => {
  const { db, databaseFile, run } = serve()
  await run('backup')
  addEvents(db, 10)
  const refused = await run('restore', 'latest')
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.lines[0]).toMatch(/Nothing was changed\. Panelist is running on this database/)
  closeDatabase(db)
  const restored = await run('restore', 'latest')
  expect(restored.status).toBe(0)
  const text = restored.lines.join('\n')
  expect(text).toMatch(/Everybody signs in again/)
  const aside = /is now (\S+)\. It holds/.exec(text)?.[1] ?? ''
  expect(inspectDatabase(aside).counts.audit_event).toBe(210)
  expect(inspectDatabase(databaseFile).counts.audit_event).toBe(201)
  expect((await run('backups')).lines.join('\n')).toContain(`Put aside by a restore: ${aside}`)
  const again = openDatabase(databaseFile)
  expect((await run('verify-audit')).status).toBe(0)
  closeDatabase(again)
})

test('a backup is named by its file, or by its name among the others', async () => {
  const { db, dataDir, folder, run } = serve()
  await run('backup')
  await run('backup', 'mine.db')
  closeDatabase(db)
  expect((await run('restore', readdirSync(folder)[0] ?? '')).status).toBe(0)
  expect((await run('restore', join(dataDir, 'mine.db'))).status).toBe(0)
  const missing = await run('restore', 'nothing.db')
  expect(missing.lines[0]).toMatch(/Nothing was changed\. There is no file/)
})

test('in an empty folder there is nothing to back up, and the latest of no backups is refused', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'panelist-empty-'))
  const env = readEnv({ DATA_DIR: dataDir })
  const run = (...args: string[]) => runCommand(args, dataDir, () => env)
  expect((await run('backup')).lines[0]).toMatch(/There is no database/)
  expect((await run('restore', 'latest')).lines[0]).toMatch(/There are no backups in/)
  expect((await run('restore')).status).toBe(2)
  expect(existsSync(env.databaseFile)).toBe(false)
  rmSync(dataDir, { recursive: true })
})

test('the key of the forms goes into backups and comes back, readable by nobody else', async () => {
  const { db, dataDir, folder, run } = serve()
  const keyFile = join(dataDir, 'forms.key')
  const key = getFormKey(keyFile)
  await run('backup')
  await run('backup', 'mine.db')
  closeDatabase(db)
  const copies = [join(folder, 'forms.key'), join(dataDir, 'mine.db.forms.key')]
  const isPrivate = (file: string) => (statSync(file).mode & 0o077) === 0
  expect(copies.every(isPrivate)).toBe(true)
  for (const from of ['latest', 'mine.db']) {
    // A machine of its own made a key of its own.
    rmSync(keyFile)
    expect(getFormKey(keyFile).equals(key)).toBe(false)
    const restored = await run('restore', from)
    expect(restored.lines.join('\n')).toMatch(/The key that was there is now \S+forms-replaced-\S+\.key/)
    expect(getFormKey(keyFile).equals(key)).toBe(true)
    expect(isPrivate(keyFile)).toBe(true)
  }
  expect((await run('restore', 'latest')).lines.join('\n')).not.toContain('signed')
  expect(getFormKey(keyFile).equals(key)).toBe(true)
})
