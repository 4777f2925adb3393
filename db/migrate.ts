import { write, type Db } from './client.server.ts'

const files: Record<string, string> = import.meta.glob('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const migrations = Object.keys(files)
  .sort()
  .map((path) => ({ name: path.replace('./migrations/', ''), sql: files[path] ?? '' }))

/** How many migrations this program knows. */
export const knownMigrations = migrations.length

/** Thrown when a database was written by a newer Panelist than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/** How many migrations the database lacks; negative when it knows more than this program. */
export function countPendingMigrations(db: Db): number {
  return migrations.length - Number(db.$client.pragma('user_version', { simple: true }))
}

/**
 * Brings the database up to this version, in one transaction. `user_version` counts the migrations applied.
 * @returns the names of the migrations that were applied now
 * @throws NewerDatabaseError when the file knows more migrations than this program
 */
export function migrate(db: Db): string[] {
  const client = db.$client
  const applied = Number(client.pragma('user_version', { simple: true }))
  if (applied > migrations.length) {
    throw new NewerDatabaseError(
      `This database was last opened by a newer Panelist (schema ${applied}, this program knows ${migrations.length}). ` +
        'Start that newer version, or restore a backup made before the upgrade: npx panelist backups lists them.',
    )
  }
  const pending = migrations.slice(applied)
  if (pending.length === 0) return []

  // Rebuilding a parent table with foreign keys on would delete every child row.
  client.pragma('foreign_keys = OFF')
  try {
    write(db, () => {
      for (const migration of pending) {
        for (const statement of migration.sql.split('--> statement-breakpoint')) client.exec(statement)
      }
      const broken = client.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) {
        throw new Error(
          `The migration would leave ${broken.length} rows pointing at nothing; nothing was changed.`,
        )
      }
      client.pragma(`user_version = ${migrations.length}`)
    })
  } finally {
    client.pragma('foreign_keys = ON')
  }
  return pending.map((migration) => migration.name)
}
