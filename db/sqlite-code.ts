/** SQLite's name for what went wrong, such as SQLITE_FULL, also when the error was wrapped; undefined for other errors. */
export function sqliteCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? sqliteCodeOf(error.cause) : undefined
}

/** Whether a write failed because the disk is full. */
export function isDiskFull(error: unknown): boolean {
  return sqliteCodeOf(error) === 'SQLITE_FULL'
}

/** Whether a write failed because another process held the database for longer than a write waits. */
export function isBusy(error: unknown): boolean {
  return sqliteCodeOf(error)?.startsWith('SQLITE_BUSY') ?? false
}
