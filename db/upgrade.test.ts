import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { panelSnapshotSchema } from '#app/domains/panels/panel-snapshot.schema.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { closeDatabase, openDatabase, type Db } from './client.server.ts'
import { verifyAuditChain } from './events.server.ts'
import { migrate } from './migrate.ts'
import { panelVersion } from './schema/panels.ts'
import { seedContent } from './seed.ts'

const folder = new URL('../tests/support/old-databases/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite.gz'))

function openOld(name: string): Db {
  const file = join(mkdtempSync(join(tmpdir(), 'upgrade-')), 'old.sqlite')
  writeFileSync(file, gunzipSync(readFileSync(new URL(name, folder))))
  return openDatabase(file)
}

type Table = { name: string; columns: string[] }

function listTables(db: Db): Table[] {
  const names = db.$client
    .prepare<[], { name: string }>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like 'question_search%'",
    )
    .all()
  return names.map(({ name }) => ({
    name,
    columns: db.$client
      .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
      .all(name)
      .map((column) => column.name),
  }))
}

function rowsOf(db: Db, { name, columns }: Table): unknown[] {
  const list = columns.map((column) => `"${column}"`).join(', ')
  return db.$client.prepare(`select ${list} from "${name}" order by ${list}`).all()
}

describe.each(files)('the database of %s', (name) => {
  test('opens with nothing lost and nothing changed in its rows', () => {
    const db = openOld(name)
    const tables = listTables(db)
    const before = new Map(tables.map((table) => [table.name, rowsOf(db, table)]))
    expect(before.get('scorecard')?.length).toBeGreaterThan(0)
    expect(migrate(db).length).toBeGreaterThan(0)
    for (const table of tables) expect(rowsOf(db, table), table.name).toEqual(before.get(table.name))
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(verifyAuditChain(db).brokenAt).toBeNull()
    closeDatabase(db)
  })

  test('takes the content of this version and still reads its published panels', () => {
    const db = openOld(name)
    migrate(db)
    const keeps = listTables(db).filter((table) =>
      /^(panel|interview|scorecard|field|candidate|application|session|user)/.test(table.name),
    )
    const before = new Map(keeps.map((table) => [table.name, rowsOf(db, table)]))
    seedContent(db, shippedRubrics(), 1)
    expect(seedContent(db, shippedRubrics(), 2)).toEqual({ added: 0, updated: 0, archived: 0 })
    for (const table of keeps) expect(rowsOf(db, table), table.name).toEqual(before.get(table.name))
    const snapshots = db.select({ snapshot: panelVersion.snapshot }).from(panelVersion).all()
    expect(snapshots.length).toBeGreaterThan(0)
    for (const { snapshot } of snapshots) panelSnapshotSchema.parse(snapshot)
    closeDatabase(db)
  })
})
