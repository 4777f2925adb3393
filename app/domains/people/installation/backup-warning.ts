const hourMs = 3_600_000
const oldAfterMs = 26 * hourMs

export type BackupWarning = { kind: 'none' } | { kind: 'old'; atMs: number }

/**
 * Whether an administrator must hear about the backups: the newest is older than 26 hours, or there is none 26 hours
 * after the first account was made. Times ahead of the clock count for nothing.
 */
export function findWarning(given: {
  backups: readonly { atMs: number }[]
  firstAccountAtMs: number
  now: number
}): BackupWarning | null {
  const { firstAccountAtMs, now } = given
  const past = given.backups.map(({ atMs }) => atMs).filter((atMs) => atMs <= now)
  if (past.length === 0) return now - firstAccountAtMs > oldAfterMs ? { kind: 'none' } : null
  const atMs = Math.max(...past)
  return now - atMs > oldAfterMs ? { kind: 'old', atMs } : null
}
