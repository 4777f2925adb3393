import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { holdDatabase, type Holder } from './database-lock.server.ts'
import * as schema from './schema/index.ts'

/** The database. Reads go through it directly; writes only through `write`. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/** The database inside a transaction. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

const holds = new WeakMap<Db, () => void>()
/** The database that each transaction under way belongs to. */
const databases = new WeakMap<Tx, Db>()

/**
 * Opens the SQLite file, made when missing, with full durability. Until it is closed, nobody can replace it.
 * @param file a path, or ':memory:'
 * @param holder `server` for the one process that serves it
 * @throws when the file cannot be opened or is damaged; DatabaseHeldError while it is being replaced, and for a second
 *   server
 */
export function openDatabase(file: string, holder: Holder = 'command'): Db {
  if (file === ':memory:') return connect(file)
  mkdirSync(dirname(file), { recursive: true })
  const letGo = holdDatabase(file, holder)
  try {
    const db = connect(file)
    holds.set(db, letGo)
    return db
  } catch (error) {
    letGo()
    throw error
  }
}

/** Opens a file that only the caller knows, such as a copy that is about to become the database. */
export function connect(file: string): Db {
  const client = new Database(file)
  try {
    client.pragma('journal_mode = WAL')
    // The library compiles WAL down to NORMAL, which may lose acknowledged saves when the power fails.
    client.pragma('synchronous = FULL')
    client.pragma('busy_timeout = 5000')
    client.pragma('foreign_keys = ON')
    client.pragma('trusted_schema = OFF')
    client.pragma('cell_size_check = ON')
    client.pragma('mmap_size = 0')
    // In KiB: the scorecards of a few thousand candidates are read again and again.
    client.pragma('cache_size = -32768')
    client.pragma('temp_store = MEMORY')
    return drizzle(client, { schema, casing: 'snake_case' })
  } catch (error) {
    client.close()
    throw error
  }
}

/**
 * Runs `work` in one immediate transaction; it is undone when `work` throws.
 * @param work synchronous; a callback that returns a promise does not type-check
 * @returns what `work` gives
 */
export function write<T>(db: Db, work: (tx: Tx) => T extends PromiseLike<unknown> ? never : T): T {
  return db.transaction<T>(
    (tx) => {
      databases.set(tx, db)
      return work(tx)
    },
    { behavior: 'immediate' },
  )
}

/**
 * A query that is built and compiled once for each database, where building it anew costs more than its answer. It runs
 * inside whatever transaction is under way there.
 * @param build makes the query, with `sql.placeholder` for what differs from call to call
 * @returns gives the query of a database or of the transaction under way in it
 */
export function prepared<Query>(build: (db: Db) => Query): (db: Db | Tx) => Query {
  const kept = new WeakMap<Db, Query>()
  return (given) => {
    const db = '$client' in given ? given : databases.get(given)
    if (!db) throw new Error('a transaction that write() did not open')
    let query = kept.get(db)
    if (query === undefined) kept.set(db, (query = build(db)))
    return query
  }
}

/**
 * Runs `work` inside the transaction under way so that it alone is undone when it throws, while the transaction goes on.
 * An error that ends the whole transaction, such as a full disk, is thrown as it is.
 * @param work synchronous, as for `write`
 */
export function savepoint<T>(db: Db, work: () => T extends PromiseLike<unknown> ? never : T): T {
  // The library's own savepoint would throw "no such savepoint" in place of the error that ended the transaction.
  return db.$client.transaction(work)()
}

/** Closes the file after folding the write-ahead log back into it. */
export function closeDatabase(db: Db): void {
  if (!db.$client.open) return
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.close()
  holds.get(db)?.()
}
