import { resolve } from 'node:path'
import { createSetUpLink } from '#app/domains/people/join-use-cases.server.ts'
import type { Services } from '#app/lib/services.ts'
import { deleteOldBackups } from '#db/backup.server.ts'
import { countPendingMigrations, knownMigrations, migrate } from '#db/migrate.ts'
import { seedContent } from '#db/seed.ts'
import { readRubrics } from '#rubrics/read.server.ts'
import { prepareDemo } from './demo/demo.server.ts'

/** Thrown when SQLite finds the database damaged; the message says how to go on. */
export class DamagedDatabaseError extends Error {
  override name = 'DamagedDatabaseError'
}

/** Thrown when there is no backup to go back to, so that an upgrade is not begun. */
export class BackupRefusedError extends Error {
  override name = 'BackupRefusedError'
}

export const howToRestore =
  'Restore a backup with: npx panelist restore latest. The damaged file is kept beside it under another name.'

/**
 * Makes the database ready to serve.
 * @returns lines to print once the server listens, such as the set-up link
 * @throws when the database is damaged or newer than this program, cannot be backed up before an upgrade, or the content is broken;
 *   the message is for people
 */
export async function prepare(services: Services, baseUrl: string): Promise<string[]> {
  const content = readRubrics(resolve('rubrics'))
  refuseDamaged(services)
  await backUpBeforeUpgrade(services)
  migrate(services.db)
  seedContent(services.db, content, services.now())
  if (services.env.isDemo) return prepareDemo(services, baseUrl)
  const setUp = createSetUpLink(services)
  if (setUp === null) return []
  return [`Nobody has an account yet. Open this link once to create the administrator:\n  ${baseUrl}${setUp}`]
}

function refuseDamaged({ db, env }: Services): void {
  const found = db.$client.pragma('quick_check(1)', { simple: true })
  if (found === 'ok') return
  const advice = env.isDemo ? 'Delete it: the demo makes a new one.' : howToRestore
  throw new DamagedDatabaseError(
    `The database ${env.databaseFile} is damaged. ${advice}\nSQLite finds: ${found}`,
  )
}

/** So that an upgrade can be taken back. */
async function backUpBeforeUpgrade(services: Services): Promise<void> {
  const pending = countPendingMigrations(services.db)
  const isUpgrade = pending > 0 && pending < knownMigrations
  if (!isUpgrade || services.env.isDemo) return
  const made = await services.backups.make('upgrade', services.now())
  if (!made.isDone)
    throw new BackupRefusedError(
      `This version changes the database, and the backup before that failed, so nothing was changed. ${made.reason}`,
    )
  deleteOldBackups(services.backups.folder, services.now())
}
