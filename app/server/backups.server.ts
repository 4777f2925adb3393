import { resolve as resolvePath } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Backups } from '#app/lib/services.ts'
import { listBackups, makeBackup, type FailedBackup, type MadeBackup } from '#db/backup.server.ts'
import type { Db } from '#db/client.server.ts'
import type { CopyJob, CopyOutcome } from '#db/copy-database.mjs'

/**
 * The backups of a running program: one at a time, in a thread of its own, so that no save waits for it.
 * @param given `folder` is where backups lie
 */
export function createBackups(given: {
  db: Db
  databaseFile: string
  formKeyFile?: string
  folder: string
  log: Logger
}): Backups {
  const { db, folder, log, ...files } = given
  let underWay: Promise<MadeBackup | FailedBackup> | null = null
  let failure: ReturnType<Backups['findFailure']> = null

  async function make(...[kind, now]: Parameters<Backups['make']>): Promise<MadeBackup | FailedBackup> {
    const made = await makeBackup({ ...files, folder, kind, now }, copyInThread)
    failure = made.isDone ? null : { atMs: now, reason: made.reason }
    if (made.isDone) log.info({ backup: made.backup.name, bytes: made.backup.bytes }, 'backup made')
    else log.error({ reason: made.reason }, 'the backup failed')
    // While it was copied the log could not be emptied, and it may hold what an erasure was to clear away.
    if (db.$client.open) db.$client.pragma('wal_checkpoint(TRUNCATE)')
    return made
  }
  return {
    folder,
    list: () => listBackups(folder),
    make(kind, now) {
      underWay ??= make(kind, now).finally(() => (underWay = null))
      return underWay
    },
    findFailure: () => failure,
    settle: async () => void (await underWay),
  }
}

/** The worker is a file of its own, found from the folder that the starters go to. */
function copyInThread(job: CopyJob): Promise<CopyOutcome> {
  return new Promise((resolve) => {
    const fail = (reason: string) => resolve({ isDone: false, reason })
    const worker = new Worker(resolvePath('db/copy-worker.mjs'), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', (error) => fail(`The copying failed: ${error.message}`))
    worker.once('exit', () => fail('The copying was cut off.'))
  })
}
