import Database from 'better-sqlite3'
import { isBusy } from './sqlite-code.ts'

/** Thrown when a database cannot be opened, or replaced, because of who else has it. */
export class DatabaseHeldError extends Error {
  override name = 'DatabaseHeldError'
}

const waitMs = 200

/** `server` is the one process that serves a database; commands may look into it beside that. */
export type Holder = 'server' | 'command'

/**
 * Says that this process uses a database, for as long as it lives: the operating system forgets the lock with the
 * process, however that ends. The lock is that of an empty SQLite file beside the database: a command shares it, the
 * server reserves it, which only one can, and a restore excludes all others.
 * @returns what lets go
 * @throws DatabaseHeldError while the database is being replaced, and for a second server
 */
export function holdDatabase(databaseFile: string, holder: Holder): () => void {
  const client = openLock(databaseFile)
  try {
    const isHeld = holder === 'server' ? begin(client, 'IMMEDIATE') : share(client)
    if (isHeld) return () => client.close()
    throw new DatabaseHeldError(
      holder === 'server' && share(client)
        ? `Another Panelist is serving the database ${databaseFile}. Use that one or stop it first; ` +
            'one beside it needs a folder of its own: DATA_DIR=other PORT=3001 npm start'
        : 'A backup is being restored. Wait until that is done, then start again.',
    )
  } catch (error) {
    client.close()
    throw error
  }
}

/**
 * Keeps everybody else from opening a database while it is replaced.
 * @returns what lets go
 * @throws DatabaseHeldError while anybody holds it
 */
export function takeDatabase(databaseFile: string): () => void {
  const client = openLock(databaseFile)
  try {
    if (begin(client, 'EXCLUSIVE')) return () => client.close()
    throw new DatabaseHeldError(
      'Panelist is running on this database, or a command is. Stop it first, then restore.',
    )
  } catch (error) {
    client.close()
    throw error
  }
}

/** Where the lock of a database lies; the file is empty and stays. */
export function lockFileOf(databaseFile: string): string {
  return `${databaseFile}.lock`
}

function openLock(databaseFile: string): Database.Database {
  return new Database(lockFileOf(databaseFile), { timeout: waitMs })
}

/** @returns whether nobody else stood in the way */
function begin(client: Database.Database, kind: 'IMMEDIATE' | 'EXCLUSIVE'): boolean {
  return isFree(() => client.exec(`BEGIN ${kind}`))
}

/** A transaction shares the lock from its first reading on. */
function share(client: Database.Database): boolean {
  client.exec('BEGIN')
  return isFree(() => client.prepare('select count(*) from sqlite_schema').get())
}

function isFree(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}
