import { getTableName, type Table } from 'drizzle-orm'
import type { Db } from './client.server.ts'

type Watched = {
  table: Table
  /** SQL over `new` that a written row must fulfil to count; every row counts without it. */
  when?: string
}

/**
 * Makes the function that gives a stamp of some tables: it changes with every row of theirs that this connection writes, takes back or
 * deletes, and with whatever another connection writes anywhere. Triggers of this connection alone count; the file keeps nothing of them.
 * @param name tells this watch from others of the same connection
 */
export function watchTables(name: string, tables: readonly Watched[]): (db: Db) => string {
  const watched = new WeakSet<object>()
  return ({ $client: client }) => {
    if (!watched.has(client)) {
      client.exec(`
        create temp table if not exists table_watch (name text primary key, changes integer not null);
        insert into table_watch values ('${name}', 0);
        ${tables.map((table) => writeTriggers(name, table)).join('\n')}`)
      watched.add(client)
    }
    const own = client
      .prepare<[string], { changes: number }>('select changes from table_watch where name = ?')
      .get(name)
    return `${String(client.pragma('data_version', { simple: true }))} ${own?.changes ?? ''}`
  }
}

function writeTriggers(name: string, { table, when }: Watched): string {
  const of = getTableName(table)
  return (['insert', 'update', 'delete'] as const)
    .map((event) => {
      const only = when === undefined || event === 'delete' ? '' : `when ${when}`
      return `create temp trigger "watch_${name}_${of}_${event}" after ${event} on main."${of}" ${only}
        begin update table_watch set changes = changes + 1 where name = '${name}'; end;`
    })
    .join('\n')
}
