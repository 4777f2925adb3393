import type { Services } from '#app/lib/services.ts'
import { deleteOldBackups } from '#db/backup.server.ts'
import { planBackups } from '#db/backup-plan.ts'
import { ensureBallast } from '#app/domains/people/installation/ballast.server.ts'

const minuteMs = 60_000
const firstAfterMs = 3 * minuteMs
const everyMs = 5 * minuteMs

/** One round: a backup when none is from the last hour, and then the deletion of those that have aged out. */
export async function keepUp(services: Services): Promise<void> {
  const { backups, log } = services
  if (!planBackups(backups.list(), services.now()).isDue) return
  const made = await backups.make('hourly', services.now())
  if (!made.isDone) return
  const deleted = deleteOldBackups(backups.folder, services.now())
  if (deleted.length > 0) log.info({ deleted }, 'old backups deleted')
}

/**
 * What a serving program does beside answering: hourly backups, and the ballast file. A round every few minutes,
 * because a timer of an hour knows nothing of a machine that slept or of a clock that was set; and a backup
 * that failed is tried again soon.
 * @returns what stops it
 */
export function startUpkeep(services: Services): () => void {
  const logFailure = (error: unknown) => services.log.error({ err: error }, 'upkeep failed')
  const round = () => void keepUp(services).catch(logFailure)
  const first = setTimeout(round, firstAfterMs).unref()
  const rounds = setInterval(round, everyMs).unref()
  void ensureBallast(services.env.DATA_DIR).catch(logFailure)
  return () => {
    clearTimeout(first)
    clearInterval(rounds)
  }
}
