import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { EnvError, type Env } from '#app/lib/env.server.ts'
import { closeDatabase, openDatabase, type Db } from '#db/client.server.ts'
import { countPendingMigrations } from '#db/migrate.ts'

/** What a command prints, and what it ends with: 0 when all is well, 1 when something was found, 2 when it was misused. */
export type Outcome = { lines: string[]; status: 0 | 1 | 2 }

/** The settings of an installation that has a database, or what to say instead. */
export function findInstallation(settings: () => Env): Env | Outcome {
  const env = readSettings(settings)
  if ('lines' in env || existsSync(env.databaseFile)) return env
  return {
    lines: [`There is no database at ${resolve(env.databaseFile)}. npm start makes one.`],
    status: 2,
  }
}

/** The settings, or what is wrong with them. */
export function readSettings(settings: () => Env): Env | Outcome {
  try {
    return settings()
  } catch (error) {
    if (error instanceof EnvError) return { lines: [error.message], status: 2 }
    throw error
  }
}

/** Opens the database that the server uses; never makes or migrates one. */
export function withDatabase(settings: () => Env, work: (db: Db, env: Env) => Outcome): Outcome {
  const env = findInstallation(settings)
  if ('lines' in env) return env
  const db = openDatabase(env.databaseFile)
  try {
    const pending = countPendingMigrations(db)
    if (pending > 0)
      return { lines: ['This database is older than this program. Run npm start once.'], status: 2 }
    if (pending < 0)
      return { lines: ['This database is newer than this program. Use the newer version.'], status: 2 }
    return work(db, env)
  } finally {
    closeDatabase(db)
  }
}
