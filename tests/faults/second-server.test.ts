import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { DatabaseHeldError, takeDatabase } from '#db/database-lock.server.ts'
import { findPort, kill, spawnServer, startProcess, waitForEnd } from '#tests/support/process.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'
import { addTypists, expectSaves, startTyping } from '#tests/support/typing.ts'

test('a second server on the same database is refused in words while the first one saves, and may start once that was killed', async () => {
  const here = await planInstallation()
  const typists = await addTypists(here.settings)
  const first = await startProcess(here.settings, here.url)
  const typing = startTyping(here.url, typists)

  const otherPort = { ...here.settings, PORT: String(await findPort()) }
  const second = await waitForEnd(spawnServer(otherPort, { stderr: 'pipe' }))
  expect(second).toMatchObject({ code: 1, signal: null })
  expect(second.stderr).toContain(
    `Another Panelist is serving the database ${here.databaseFile}. Use that one`,
  )

  // A command may look into the database beside the server.
  closeDatabase(openDatabase(here.databaseFile))
  expect(() => takeDatabase(here.databaseFile)).toThrow(DatabaseHeldError)

  await kill(first)
  const third = await startProcess(here.settings, here.url)
  await typing.stop()
  await kill(third)
  const db = openDatabase(here.databaseFile)
  expectSaves(db, typists, typing.acknowledged)
  closeDatabase(db)
})

test('a server is refused while a backup is restored, a command while it is, and both afterwards are not', async () => {
  const { databaseFile } = await planInstallation()
  const letGo = takeDatabase(databaseFile)
  for (const holder of ['server', 'command'] as const) {
    expect(() => openDatabase(databaseFile, holder)).toThrow(/A backup is being restored/)
  }
  letGo()
  const served = openDatabase(databaseFile, 'server')
  expect(() => openDatabase(databaseFile, 'server')).toThrow(/Another Panelist is serving/)
  const looked = openDatabase(databaseFile, 'command')
  closeDatabase(served)
  // A command that still looks keeps nobody from serving.
  closeDatabase(openDatabase(databaseFile, 'server'))
  closeDatabase(looked)
})
