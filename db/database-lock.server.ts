import Database from 'better-sqlite3'

/** Thrown when a database cannot be opened, or replaced, because of who else has it. */
export class DatabaseHeldError extends Error {
  override name = 'DatabaseHeldError'
}

const waitMs = 200

/**
 * Says that this process uses a database, for as long as it lives: the operating system forgets the lock with the
 * process, however that ends. The lock is that of an empty SQLite file beside the database.
 * @returns what lets go
 * @throws DatabaseHeldError while the database is being replaced
 */
export function holdDatabase(databaseFile: string): () => void {
  const client = openLock(databaseFile)
  try {
    client.exec('BEGIN')
    client.prepare('select count(*) from sqlite_schema').get()
  } catch (error) {
    client.close()
    if (!isBusy(error)) throw error
    throw new DatabaseHeldError('A backup is being restored. Wait until that is done, then start again.')
  }
  return () => client.close()
}

/**
 * Keeps everybody else from opening a database while it is replaced.
 * @returns what lets go
 * @throws DatabaseHeldError while anybody holds it
 */
export function takeDatabase(databaseFile: string): () => void {
  const client = openLock(databaseFile)
  try {
    client.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    client.close()
    if (!isBusy(error)) throw error
    throw new DatabaseHeldError(
      'Panelist is running on this database, or a command is. Stop it first, then restore.',
    )
  }
  return () => client.close()
}

/** Where the lock of a database lies; the file is empty and stays. */
export function lockFileOf(databaseFile: string): string {
  return `${databaseFile}.lock`
}

function openLock(databaseFile: string): Database.Database {
  return new Database(lockFileOf(databaseFile), { timeout: waitMs })
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}
