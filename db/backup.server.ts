import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  hourMs,
  nameBackup,
  parseBackupName,
  planBackups,
  type Backup,
  type BackupKind,
} from './backup-plan.ts'
import { copyKey } from './copy-key.ts'
import { copyDatabase, type CopyJob, type CopyOutcome, type Counts } from './copy-database.mjs'

/** A backup as it lies in the folder. */
export type BackupFile = Backup & { file: string; bytes: number }

export type MadeBackup = { isDone: true; backup: BackupFile; counts: Counts }
export type FailedBackup = { isDone: false; reason: string }

/** What a copy leaves free on the disk, so that a backup never takes the room that saves need. */
export const reserveBytes = 64_000_000

/** The backups in a folder, the newest first; none when the folder is missing or cannot be read. */
export function listBackups(folder: string): BackupFile[] {
  return namesIn(folder)
    .flatMap((name) => {
      const backup = parseBackupName(name)
      const file = join(folder, name)
      const stat = backup && statSync(file, { throwIfNoEntry: false })
      return backup && stat?.isFile() ? [{ ...backup, file, bytes: stat.size }] : []
    })
    .toSorted((a, b) => b.atMs - a.atMs)
}

type BackupJob = {
  databaseFile: string
  folder: string
  kind: BackupKind
  now: number
  /** What forms are signed with; one copy of it, which never changes, lies beside all backups. */
  formKeyFile?: string
  reserveBytes?: number
}

/**
 * Copies the database into the folder, checks the copy, and gives it a name of its own when it is whole.
 * @param copy does the copying; in a thread of its own where others must not wait
 * @returns a failure with its reason, a sentence for people; the older backups are untouched then
 */
export async function makeBackup(
  given: BackupJob,
  copy: (job: CopyJob) => Promise<CopyOutcome> = copyDatabase,
): Promise<MadeBackup | FailedBackup> {
  const { databaseFile, folder, kind, now, formKeyFile } = given
  const name = nameBackup(kind, now)
  const file = join(folder, name)
  const outcome = await prepareFolder(folder, formKeyFile).then(
    () => copy({ databaseFile, file, reserveBytes: given.reserveBytes ?? reserveBytes }),
    (error: unknown): CopyOutcome => ({
      isDone: false,
      reason: `Panelist cannot write there. ${String(error)}`,
    }),
  )
  if (!outcome.isDone) return outcome
  const backup = { name, kind, atMs: now, file, bytes: outcome.bytes }
  return { isDone: true, backup, counts: outcome.counts }
}

/**
 * Deletes the backups that the plan no longer keeps.
 * @returns their names
 */
export function deleteOldBackups(folder: string, now: number): string[] {
  const { delete: old } = planBackups(listBackups(folder), now)
  for (const { name } of old) rmSync(join(folder, name), { force: true })
  return old.map(({ name }) => name)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A backup holds everything, so nobody else on this machine may look into the folder. */
async function prepareFolder(folder: string, formKeyFile: string | undefined): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (formKeyFile !== undefined) copyKey(formKeyFile, join(folder, basename(formKeyFile)))
  for (const name of readdirSync(folder).filter((item) => /\.partial(-journal|-wal|-shm)?$/.test(item))) {
    const file = join(folder, name)
    const stat = statSync(file, { throwIfNoEntry: false })
    // What was cut off long ago; a younger one may be another program's, under way.
    if (stat && Math.abs(Date.now() - stat.mtimeMs) > hourMs) rmSync(file, { force: true })
  }
}
