/**
 * `hourly` is made by the server's timer, `manual` by somebody who asked for it, `upgrade` before the database is
 * changed for a newer version.
 */
export const backupKinds = ['hourly', 'manual', 'upgrade'] as const
export type BackupKind = (typeof backupKinds)[number]

export type Backup = { name: string; kind: BackupKind; atMs: number }

export const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekMs = 7 * dayMs

const hours = 24
const days = 7
const weeks = 4
const upgrades = 3

/** The name of a backup, by UTC time to the second, so that names sort as times do whatever the clocks on the wall do. */
export function nameBackup(kind: BackupKind, atMs: number): string {
  return `${stampOf(atMs)}-${kind}.db`
}

/** A moment in UTC as names of files can hold it: 2026-11-21T07-46-03Z. */
export function stampOf(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(hourly|manual|upgrade)\.db$/

/** The backup behind the name of a file; undefined for every other file. */
export function parseBackupName(name: string): Backup | undefined {
  const [, date, hour, minute, second, kindName] = pattern.exec(name) ?? []
  const kind = backupKinds.find((item) => item === kindName)
  const atMs = Date.parse(`${date}T${hour}:${minute}:${second}Z`)
  return kind === undefined || Number.isNaN(atMs) ? undefined : { name, kind, atMs }
}

export type BackupPlan = {
  /** No backup is from the last hour. */
  isDue: boolean
  keep: Backup[]
  delete: Backup[]
  /** Dated ahead of the clock, which was or is wrong: kept, because nobody can say how old they are. */
  ahead: Backup[]
}

/**
 * Which backups to make, keep and delete: the newest of each of the last 24 hours, 7 days and 4 weeks that have one,
 * the last 3 from before an upgrade, and those made by hand. Once there are four weekly ones, everything older than
 * the oldest of them goes. Hours, days and weeks without a backup do not count, so that neither a pause nor a
 * clock that leaps ahead deletes much. Days and weeks (from Monday) are those of UTC.
 */
export function planBackups(backups: readonly Backup[], now: number): BackupPlan {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs)
  const past = newestFirst.filter(({ atMs }) => atMs <= now)
  const ahead = newestFirst.filter(({ atMs }) => atMs > now)
  const rounds = past.filter(({ kind }) => kind === 'hourly')
  const weekly = newestOfEach(rounds, weekOf).slice(0, weeks)
  const oldest = weekly.length < weeks ? undefined : weekly.at(-1)
  const kept = new Set([
    ...past.slice(0, 1),
    ...newestOfEach(rounds, hourOf).slice(0, hours),
    ...newestOfEach(rounds, dayOf).slice(0, days),
    ...weekly,
    ...past.filter(({ kind }) => kind === 'upgrade').slice(0, upgrades),
    ...past.filter(({ kind }) => kind === 'manual'),
  ])
  const isKept = (backup: Backup) =>
    backup === past[0] || (kept.has(backup) && backup.atMs >= (oldest?.atMs ?? backup.atMs))
  return {
    isDue: !past.some(({ atMs }) => now - atMs < hourMs),
    keep: past.filter(isKept),
    delete: past.filter((backup) => !isKept(backup)),
    ahead,
  }
}

/**
 * When the last of these backups will be deleted if a backup is made every hour from now on: what is erased now has
 * left every backup by then. `now` when there is none; backups that stay ahead of the clock for months are left out.
 */
export function findLastDeletion(backups: readonly Backup[], now: number): number {
  let held = [...backups]
  let atMs = now
  for (const end = now + (weeks + 2) * weekMs; atMs < end; atMs += hourMs) {
    const made: Backup = { name: '', kind: 'hourly', atMs }
    const plan = planBackups([...held, made], atMs)
    held = [...plan.keep, ...plan.ahead]
    const isGone = !plan.keep.some((backup) => backups.includes(backup))
    if (isGone && !plan.ahead.some((backup) => backup.atMs < end)) break
  }
  return atMs
}

const hourOf = (atMs: number) => Math.floor(atMs / hourMs)
const dayOf = (atMs: number) => Math.floor(atMs / dayMs)
/** 1 January 1970 was a Thursday. */
const weekOf = (atMs: number) => Math.floor((atMs + 3 * dayMs) / weekMs)

function newestOfEach(newestFirst: readonly Backup[], spanOf: (atMs: number) => number): Backup[] {
  return newestFirst.filter((backup, i) => {
    const newer = newestFirst[i - 1]
    return newer === undefined || spanOf(newer.atMs) !== spanOf(backup.atMs)
  })
}
