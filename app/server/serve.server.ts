import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { openPrintCache } from '#app/documents/print-cache.server.ts'
import { forgetPrinted, warmPress } from '#app/documents/print.server.ts'
import { endAllStreams } from '#app/domains/debrief/meeting/changes.server.ts'
import { EnvError, readEnv, type Env } from '#app/lib/env.server.ts'
import { createMailer } from '#app/lib/mail.server.ts'
import type { Services } from '#app/lib/services.ts'
import { ContentError } from '#rubrics/read.server.ts'
import { onClearTraces } from '#db/clear-traces.server.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { DatabaseHeldError } from '#db/database-lock.server.ts'
import { NewerDatabaseError } from '#db/migrate.ts'
import { createApp } from './app.server.ts'
import { createBackups } from './backups.server.ts'
import { BackupRefusedError, DamagedDatabaseError, howToRestore, prepare } from './prepare.server.ts'
import { startUpkeep } from './upkeep.server.ts'

const stopWithinMs = 10_000

export type Serving = {
  /** Where people open it. */
  url: string
  /** Where this process listens; a proxy may stand before it. */
  port: number
  lines: string[]
  services: Services
  stop: () => Promise<void>
}

/** The services of a running program, from its settings. */
export function createServices(env: Env): Services {
  mkdirSync(env.DATA_DIR, { recursive: true })
  const toFile = env.LOG_FILE ?? (process.stdout.isTTY ? join(env.DATA_DIR, 'panelist.log') : undefined)
  const log = pino({ level: env.LOG_LEVEL, base: null }, pino.destination({ dest: toFile ?? 1, sync: false }))
  const db = openDatabase(env.databaseFile, 'server')
  const backups = createBackups({
    db,
    databaseFile: env.databaseFile,
    formKeyFile: env.formKeyFile,
    folder: env.backupFolder,
    log,
  })
  const prints = openPrintCache({ folder: env.printFolder, log })
  onClearTraces(db, () => {
    prints.empty()
    forgetPrinted().catch((error: unknown) => log.warn({ err: error }, 'the press did not forget'))
  })
  return { db, env, now: Date.now, log, backups, prints, sendMail: createMailer(env) }
}

/**
 * Prepares the database and listens.
 * @param services given by tests that own the clock; made from the environment otherwise
 * @throws when the port is taken, the database cannot be used or the content is broken
 */
export async function listen(
  build: ServerBuild,
  services: Services = createServices(readEnv()),
): Promise<Serving> {
  const { env } = services
  const app = createApp({ build, services, clientDir: build.assetsBuildDirectory })
  let markReady = (): void => undefined
  const ready = new Promise<void>((resolve) => (markReady = resolve))
  // The port is taken before the database is touched; whoever asks meanwhile waits.
  const server = createServer((request, response) => void ready.then(() => app(request, response)))
  server.requestTimeout = 120_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(env.PORT, env.HOST, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.PORT
  const url = env.APP_URL ?? `http://localhost:${port}`
  async function stop(): Promise<void> {
    endAllStreams(services.db)
    await closeServer(server)
    await services.backups.settle()
    closeDatabase(services.db)
    services.log.flush()
  }
  try {
    const lines = await prepare(services, url)
    markReady()
    return { url, port, lines, services, stop }
  } catch (error) {
    server.closeAllConnections()
    await stop()
    throw error
  }
}

/** Serves until told to stop; prints where, and what to do first. Ends the process with 1 when it cannot start. */
export async function serve(build: ServerBuild): Promise<void> {
  try {
    const serving = await listen(build)
    const { services } = serving
    const stopUpkeep = services.env.isDemo ? () => undefined : startUpkeep(services)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        console.log('Stopping: finishing what is under way.')
        stopUpkeep()
        void serving.stop().then(() => process.exit(0))
      })
    }
    console.log(`\nPanelist is ready at ${serving.url}`)
    for (const line of serving.lines) console.log(line)
    warmPress().catch((error: unknown) => services.log.warn({ err: error }, 'the press did not start'))
  } catch (error) {
    console.error(`\nPanelist cannot start. ${explain(error)}`)
    process.exit(1)
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const port = 'port' in error ? error.port : ''
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start`
  }
  if (code === 'EADDRNOTAVAIL') return 'HOST is not an address of this machine.'
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `The database file is damaged, or is no SQLite file. ${howToRestore} Or name another file with DATABASE_URL.`
  }
  if (code === 'SQLITE_CANTOPEN') return `The database file cannot be opened: ${error.message}`
  if (code === 'EACCES') return `This account may not use that port or folder: ${error.message}`
  if (error instanceof ContentError) return `These files must be mended first:\n${error.message}`
  const isForPeople = [
    EnvError,
    NewerDatabaseError,
    DamagedDatabaseError,
    DatabaseHeldError,
    BackupRefusedError,
  ].some((kind) => error instanceof kind)
  return isForPeople ? error.message : (error.stack ?? error.message)
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), stopWithinMs)
    // A connection becomes idle only once its last answer is out.
    const closeIdle = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(giveUp)
      clearInterval(closeIdle)
      resolve()
    })
  })
}
