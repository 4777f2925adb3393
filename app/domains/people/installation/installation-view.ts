import { formatBytes } from '#app/lib/bytes.ts'
import { formatDay, formatWhen, type When } from '#app/lib/dates.ts'

/** What was found out about an installation; sizes in bytes. */
export type InstallationFacts = {
  databaseFile: string
  databaseBytes: number
  freeBytes: number
  folder: string
  backups: readonly { name: string; kind: 'hourly' | 'manual' | 'upgrade'; atMs: number; bytes: number }[]
  failure: { atMs: number; reason: string } | null
  /** When the last of today's backups will be gone. */
  lastDeletionAtMs: number
  replaced: readonly { file: string; bytes: number }[]
  ballast: { file: string; isThere: boolean; bytes: number }
  isDemo: boolean
}

export type BackupLine = { name: string; kindWords: string; when: When; isAhead: boolean; size: string }

const kindWords = { hourly: 'Hourly', manual: 'Made by hand', upgrade: 'Before an upgrade' } as const
const lowBytes = 500_000_000

/** The page about the data of an installation, in words. */
export function arrangeInstallation(facts: InstallationFacts, as: { now: number; zone: string }) {
  const backups: BackupLine[] = facts.backups.map(({ name, kind, atMs, bytes }) => ({
    name,
    kindWords: kindWords[kind],
    when: formatWhen(atMs, as),
    isAhead: atMs > as.now,
    size: formatBytes(bytes),
  }))
  const allBytes = facts.backups.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    databaseFile: facts.databaseFile,
    databaseSize: formatBytes(facts.databaseBytes),
    free: formatBytes(facts.freeBytes),
    isLow: facts.freeBytes < lowBytes,
    folder: facts.folder,
    backups,
    newest: backups.find(({ isAhead }) => !isAhead) ?? null,
    aheadCount: backups.filter(({ isAhead }) => isAhead).length,
    backupsSize: formatBytes(allBytes),
    failure: facts.failure && {
      when: formatWhen(facts.failure.atMs, as),
      reason: facts.failure.reason,
    },
    goneOn: facts.backups.length === 0 ? null : formatDay(facts.lastDeletionAtMs, as.zone),
    replaced: facts.replaced.map(({ file, bytes }) => ({ file, size: formatBytes(bytes) })),
    ballast: { ...facts.ballast, size: formatBytes(facts.ballast.bytes) },
    isDemo: facts.isDemo,
  }
}

export type InstallationView = ReturnType<typeof arrangeInstallation>
