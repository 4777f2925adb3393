import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { formatDay, formatWhen } from '#app/lib/dates.ts'
import { conflict, forbidden, ok, type Result } from '#app/lib/result.ts'
import type { Services } from '#app/lib/services.ts'
import { findLastDeletion } from '#db/backup-plan.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { findReceipt, once } from '#db/receipts.server.ts'
import { listReplaced } from '#db/restore.server.ts'
import { can } from '../access.ts'
import type { Ctx } from '../context.ts'
import { findFirstAccountTime } from '../store.server.ts'
import { findWarning } from './backup-warning.ts'
import { ballastBytes, ballastFileOf } from './ballast.server.ts'
import { arrangeInstallation, type InstallationView } from './installation-view.ts'

/** The database, its backups and the disk. */
export function getInstallation(ctx: Ctx, services: Services, zone: string): Result<InstallationView> {
  if (!can(ctx.user.access, 'installation.read', 'other')) return forbidden
  const { env } = services
  const databaseFile = resolve(env.databaseFile)
  const backups = services.backups.list()
  const { bavail, bsize } = statfsSync(dirname(databaseFile))
  const ballastFile = ballastFileOf(resolve(env.DATA_DIR))
  const facts = {
    databaseFile,
    databaseBytes: sizeOf(databaseFile) + sizeOf(`${databaseFile}-wal`),
    freeBytes: bavail * bsize,
    folder: resolve(services.backups.folder),
    backups,
    failure: services.backups.findFailure(),
    lastDeletionAtMs: findLastDeletion(backups, ctx.now),
    replaced: listReplaced(databaseFile).map((file) => ({ file, bytes: sizeOf(file) })),
    ballast: { file: ballastFile, isThere: existsSync(ballastFile), bytes: ballastBytes },
    isDemo: env.isDemo,
  }
  return ok(arrangeInstallation(facts, { now: ctx.now, zone }))
}

/**
 * Makes a backup now; the same form sent again makes no second one.
 * @returns a conflict with the reason when it failed; the older ones are untouched then
 */
export async function backUpNow(
  ctx: Ctx,
  services: Services,
  input: { formKey: string },
): Promise<Result<void>> {
  if (!can(ctx.user.access, 'installation.maintain', 'other')) return forbidden
  const form = { key: input.formKey, userId: ctx.user.id, now: ctx.now }
  if (findReceipt(ctx.db, form) !== undefined) return ok()
  const made = await services.backups.make('manual', ctx.now)
  if (!made.isDone) return conflict(`${made.reason} The older backups are untouched.`)
  const { name } = made.backup
  write(ctx.db, (tx) =>
    once(tx, form, () => {
      const subject = { subjectKind: 'backup', subjectId: name }
      recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, action: 'backup.make', ...subject })
      return name
    }),
  )
  return ok()
}

/**
 * What an administrator must hear about the backups, as a sentence; null for everybody else, and in the demo, which
 * makes none by itself.
 */
export function findBackupWarning(ctx: Ctx, services: Services, zone: string): string | null {
  if (!can(ctx.user.access, 'installation.read', 'other') || services.env.isDemo) return null
  const firstAccountAtMs = findFirstAccountTime(ctx.db) ?? ctx.now
  const warning = findWarning({ backups: services.backups.list(), firstAccountAtMs, now: ctx.now })
  if (warning === null) return null
  if (warning.kind === 'none') return 'There is no backup yet.'
  return `The newest backup is from ${formatWhen(warning.atMs, { now: ctx.now, zone }).text}.`
}

/**
 * The day on which the last backup that holds what is there now is deleted, as 'Monday 7 December 2026', provided
 * that Panelist goes on making them; null when there are no backups.
 */
export function findDayGoneFromBackups(services: Services, as: { now: number; zone: string }): string | null {
  const backups = services.backups.list()
  return backups.length === 0 ? null : formatDay(findLastDeletion(backups, as.now), as.zone)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
