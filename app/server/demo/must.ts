import type { Result } from '#app/lib/result.ts'

/**
 * The value of a result that can only succeed on a fresh database.
 * @throws when it was refused
 */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${JSON.stringify(result.error)}`)
  return result.value
}
