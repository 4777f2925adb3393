import type { Logger } from 'pino'
import type { BackupFile, FailedBackup, MadeBackup } from '#db/backup.server.ts'
import type { BackupKind } from '#db/backup-plan.ts'
import type { Db } from '#db/client.server.ts'
import type { Env } from './env.server.ts'

export type Mail = { to: string; subject: string; text: string }

/** The backups of the database of a running program. */
export type Backups = {
  folder: string
  /** The newest first. */
  list: () => BackupFile[]
  /** Makes one, or waits for the one that is being made. A failure is logged and remembered until one succeeds. */
  make: (kind: BackupKind, now: number) => Promise<MadeBackup | FailedBackup>
  findFailure: () => { atMs: number; reason: string } | null
  /** Waits until none is being made. */
  settle: () => Promise<void>
}

/** Documents that were made before; the names in them are as safe as those in the database beside them. */
export type Prints = {
  /**
   * The file of this name: the kept one, or the one that `make` gives, which is then kept.
   * @throws what `make` throws
   */
  get: (name: string, make: () => Promise<Uint8Array<ArrayBuffer>>) => Promise<Uint8Array<ArrayBuffer>>
  /** Deletes all of it at once; what is being made meanwhile is handed out and not kept. */
  empty: () => void
}

/** What the running program hands to routes: the only things with side effects. */
export type Services = {
  db: Db
  env: Env
  /** Milliseconds since 1970, UTC. Injected, so that tests own the clock. */
  now: () => number
  log: Logger
  backups: Backups
  prints: Prints
  /** Null when no SMTP server is configured: then links are copied by hand. */
  sendMail: ((mail: Mail) => Promise<void>) | null
}
