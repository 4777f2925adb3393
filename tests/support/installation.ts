import { mkdtempSync, openSync, closeSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, write, type Db } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { migrate } from '#db/migrate.ts'

export type InstalledFiles = { dataDir: string; databaseFile: string; folder: string; db: Db }

/** A migrated database in a folder of its own, with where its backups belong. */
export function addInstallation(): InstalledFiles {
  const dataDir = mkdtempSync(join(tmpdir(), 'panelist-installation-'))
  const databaseFile = join(dataDir, 'panelist.db')
  const db = openDatabase(databaseFile)
  migrate(db)
  return { dataDir, databaseFile, folder: join(dataDir, 'backups'), db }
}

/** Adds so many events to the audit log, which serve as rows that are easy to count. */
export function addEvents(db: Db, count: number): void {
  const entry = {
    atMs: 1,
    actorId: null,
    action: 'test.run',
    subjectKind: 'test',
    subjectId: 'x'.repeat(500),
  }
  write(db, (tx) => {
    for (let i = 0; i < count; i++) recordAuditEvent(tx, entry)
  })
}

/** Writes over the middle of a file, as a failing disk would. */
export function damage(file: string): void {
  const middle = Math.floor(statSync(file).size / 2)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(20_000, 0x5a), 0, 20_000, middle)
  closeSync(handle)
}
