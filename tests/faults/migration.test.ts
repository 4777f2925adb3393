import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { countPendingMigrations } from '#db/migrate.ts'
import { isLong, report } from '#tests/support/faults.ts'
import { kill, spawnServer, startProcess, waitForEnd } from '#tests/support/process.ts'
import { planInstallation } from '#tests/support/plan-installation.ts'

const folder = fileURLToPath(new URL('../support/old-databases/', import.meta.url))
const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))
const oldest = readdirSync(folder).sort()[0] ?? ''
const dying = pathToFileURL(fileURLToPath(new URL('../support/die-in-migration.mjs', import.meta.url))).href

/** Everything that the old version had stored, and what it says of its own state. */
function readOld(file: string) {
  const db = new Database(file)
  const tables = db.prepare(`select name, sql from sqlite_schema order by name`).all()
  const rows = ['user', 'scorecard', 'scorecard_field', 'field_op', 'audit_event'].map((table) =>
    db.prepare(`select * from "${table}" order by 1, 2`).all(),
  )
  const state = {
    version: db.pragma('user_version', { simple: true }),
    integrity: db.pragma('integrity_check', { simple: true }),
    tables,
    rows,
  }
  db.close()
  return state
}

/** Before which of the statements that bring this version up to date to be killed, and whether after the last of them. */
function listMoments(version: number): string[] {
  const statements = readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .slice(version)
    .flatMap((name) => readFileSync(`${migrations}${name}`, 'utf8').split('--> statement-breakpoint'))
  const parts = isLong ? 8 : 1
  const moments = Array.from({ length: parts }, (_, i) => Math.ceil(((i + 0.5) / parts) * statements.length))
  return [...moments.map(String), 'last']
}

test(
  'killed in the middle of its migrations the server leaves the database as it was, and the next start brings it up to date',
  { timeout: 180_000 },
  async () => {
    const here = await planInstallation()
    writeFileSync(here.databaseFile, gunzipSync(readFileSync(`${folder}${oldest}`)))
    const before = readOld(here.databaseFile)
    expect(before.rows[2]?.length).toBeGreaterThan(0)
    const kills = listMoments(Number(before.version))
    for (const at of kills) {
      const child = spawnServer({ ...here.settings, PANELIST_DIE_AT: at }, { node: ['--import', dying] })
      expect(await waitForEnd(child)).toMatchObject({ signal: 'SIGKILL' })
      expect(readOld(here.databaseFile)).toEqual(before)
    }
    await kill(await startProcess(here.settings, here.url))
    const db = openDatabase(here.databaseFile)
    expect(countPendingMigrations(db)).toBe(0)
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.$client.pragma('foreign_key_check')).toEqual([])
    expect(verifyAuditChain(db).brokenAt).toBeNull()
    const saved = db.$client.prepare('select count(*) from scorecard_field').pluck().get()
    expect(saved).toBe(before.rows[2]?.length)
    closeDatabase(db)
    report('killed in the middle of a migration', { kills: kills.length, fields: Number(saved) })
  },
)
