import { createHash } from 'node:crypto'

/** The key of content: equal content gives equal keys. It may stand in a file name and in a header. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
