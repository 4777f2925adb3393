import { join } from 'node:path'
import { tmpdir } from 'node:os'
import pino from 'pino'
import { readEnv } from '#app/lib/env.server.ts'
import type { Services } from '#app/lib/services.ts'
import { createBackups } from '#app/server/backups.server.ts'
import { openTestDatabase } from './database.ts'

/** The services of a program on a fresh database in memory, that sends no mail and has no backups. */
export function openTestServices(given: Partial<Services> = {}): Services {
  const db = given.db ?? openTestDatabase()
  const log = pino({ level: 'silent' })
  const folder = join(tmpdir(), 'panelist-no-backups')
  const backups = createBackups({ db, databaseFile: ':memory:', folder, log })
  const prints: Services['prints'] = { get: (_key, make) => make(), empty: () => undefined }
  return { db, env: readEnv({}), now: () => 1_000_000, log, backups, prints, sendMail: null, ...given }
}
