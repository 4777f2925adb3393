import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join, parse } from 'node:path'
import Database from 'better-sqlite3'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { stampOf } from './backup-plan.ts'
import { closeDatabase, connect, write, type Db } from './client.server.ts'
import { restoreKey } from './copy-key.ts'
import { copyDatabase, flush, inspectDatabase, removeDatabase, type Counts } from './copy-database.mjs'
import { takeDatabase } from './database-lock.server.ts'
import { recordAuditEvent } from './events.server.ts'
import { knownMigrations, migrate } from './migrate.ts'
import { auditEvent, passwordReset, signIn } from './schema/people.ts'
import { candidate } from './schema/scorecards.ts'

/** Thrown when a backup is not restored; the message is for people, and nothing was changed. */
export class RestoreError extends Error {
  override name = 'RestoreError'
}

export type Restored = {
  /** Where the database lies that was there before; null when there was none. */
  asideFile: string | null
  migrations: string[]
  counts: Counts
  /** Where the key is that forms were signed with; null when it stayed, or when there was none. */
  keyAsideFile: string | null
  /** Candidates who were erased after the backup was made, and are back. */
  erasedIds: string[]
}

/**
 * Puts a backup in the place of the database, brought up to this version. The former database is kept beside it under
 * another name. Nobody stays signed in, because a sign-in that was ended since would be back.
 * @throws RestoreError, or DatabaseHeldError while somebody has the database open
 */
export async function restoreDatabase(given: {
  file: string
  databaseFile: string
  /** What forms are signed with. */
  formKeyFile?: string
  now: number
}): Promise<Restored> {
  const { file, databaseFile, formKeyFile, now } = given
  const incoming = `${databaseFile}.restoring`
  mkdirSync(dirname(databaseFile), { recursive: true })
  const letGo = takeDatabase(databaseFile)
  try {
    refuseUnfit(file)
    const copied = await copyDatabase({ databaseFile: file, file: incoming, reserveBytes: 0 })
    if (!copied.isDone) throw new RestoreError(copied.reason)
    const migrations = bringForward(incoming, { name: basename(file), now })
    flush(incoming)
    const { asideFile, erased } = setAside(databaseFile, now)
    renameSync(incoming, databaseFile)
    flush(dirname(databaseFile))
    const keyAsideFile = formKeyFile === undefined ? null : restoreKey({ backupFile: file, formKeyFile, now })
    const erasedIds = listBackAgain(databaseFile, erased)
    return { asideFile, keyAsideFile, migrations, counts: copied.counts, erasedIds }
  } finally {
    removeDatabase(incoming)
    letGo()
  }
}

/** The databases that restoring has put aside; they stay until somebody deletes them. */
export function listReplaced(databaseFile: string): string[] {
  const folder = dirname(databaseFile)
  const { name, ext } = parse(databaseFile)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((item) => item.startsWith(`${name}-replaced-`) && item.endsWith(ext))
    .map((item) => join(folder, item))
}

function refuseUnfit(file: string): void {
  if (!existsSync(file)) throw new RestoreError(`There is no file ${file}.`)
  const { schema, counts, problem } = inspectDatabase(file)
  if (problem !== null) throw new RestoreError(`This backup is damaged, or is none: ${file}. ${problem}`)
  if (schema === 0 || counts.audit_event === undefined)
    throw new RestoreError(`This is a database, but none of Panelist: ${file}.`)
  if (schema > knownMigrations)
    throw new RestoreError(
      `This backup was made by a newer Panelist (schema ${schema}, this program knows ${knownMigrations}): ${file}. ` +
        'Restore it with that version, or take an older backup: npx panelist backups lists them.',
    )
}

function bringForward(incoming: string, given: { name: string; now: number }): string[] {
  const db = connect(incoming)
  try {
    const migrations = migrate(db)
    write(db, (tx) => {
      tx.delete(signIn).run()
      tx.update(passwordReset).set({ usedAtMs: given.now }).where(isNull(passwordReset.usedAtMs)).run()
      recordAuditEvent(tx, {
        atMs: given.now,
        actorId: null,
        action: 'backup.restore',
        subjectKind: 'backup',
        subjectId: given.name,
      })
    })
    return migrations
  } finally {
    closeDatabase(db)
  }
}

/** Gives the present database a second name, so that the one it has can be taken over in one step. */
function setAside(databaseFile: string, now: number): { asideFile: string | null; erased: string[] } {
  if (!existsSync(databaseFile)) return { asideFile: null, erased: [] }
  const asideFile = findAsideName(databaseFile, now)
  // First of all: SQLite deletes the write-ahead log of a database that it cannot read.
  nameTwice(databaseFile, asideFile)
  if (existsSync(`${databaseFile}-wal`)) nameTwice(`${databaseFile}-wal`, `${asideFile}-wal`)
  flush(dirname(databaseFile))
  const erased = listErasedCandidates(databaseFile)
  if (foldLog(databaseFile)) rmSync(`${asideFile}-wal`, { force: true })
  // A log that stays here would be applied to the restored database, and ruin it.
  for (const suffix of ['-wal', '-shm']) rmSync(databaseFile + suffix, { force: true })
  return { asideFile, erased }
}

/** Read from the audit log, as far as it can be read. */
function listErasedCandidates(databaseFile: string): string[] {
  let db: Db | undefined
  try {
    db = connect(databaseFile)
    const erasures = db
      .select({ id: auditEvent.subjectId })
      .from(auditEvent)
      .where(eq(auditEvent.action, 'candidate.erase'))
      .all()
    return [...new Set(erasures.map(({ id }) => id))]
  } catch {
    return []
  } finally {
    db?.$client.close()
  }
}

/** Makes one file of the database and its log; false when it is too damaged for that. */
function foldLog(databaseFile: string): boolean {
  let client: Database.Database | undefined
  try {
    client = new Database(databaseFile)
    return client.pragma('journal_mode = DELETE', { simple: true }) === 'delete'
  } catch {
    return false
  } finally {
    client?.close()
  }
}

function listBackAgain(databaseFile: string, erased: string[]): string[] {
  const db = connect(databaseFile)
  const rows = db
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(inArray(candidate.id, erased), isNull(candidate.erasedAtMs)))
    .all()
  closeDatabase(db)
  return rows.map(({ id }) => id)
}

function findAsideName(databaseFile: string, now: number): string {
  const { dir, name, ext } = parse(databaseFile)
  const file = join(dir, `${name}-replaced-${stampOf(now)}${ext}`)
  return existsSync(file) ? findAsideName(databaseFile, now + 1000) : file
}

function nameTwice(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // Some file systems know no second names.
    copyFileSync(from, to, constants.COPYFILE_EXCL)
    flush(to)
  }
}
