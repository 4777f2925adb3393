import type { Db } from './client.server.ts'

/**
 * Rewrites the file without the freed parts of its pages, where texts that were written over still stand, and empties
 * the write-ahead log. Call outside a transaction.
 */
export function clearTraces(db: Db): void {
  db.$client.exec('VACUUM')
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
}
