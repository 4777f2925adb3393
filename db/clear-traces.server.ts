import type { Db } from './client.server.ts'

const elsewhere = new WeakMap<Db, (() => void)[]>()

/** Clears what is kept of the data of this database outside of it, whenever its own traces are cleared. */
export function onClearTraces(db: Db, clear: () => void): void {
  elsewhere.set(db, [...(elsewhere.get(db) ?? []), clear])
}

/**
 * Rewrites the file without the freed parts of its pages, where texts that were written over still stand, and empties
 * the write-ahead log. Call outside a transaction.
 */
export function clearTraces(db: Db): void {
  // First, since the rest needs room on the disk and may fail.
  for (const clear of elsewhere.get(db) ?? []) clear()
  db.$client.exec('VACUUM')
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
}
