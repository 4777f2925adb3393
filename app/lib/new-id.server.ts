import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A new id: uuid v7, so that rows made later sort later. */
export function newId(): string {
  return v7()
}

/** A secret for a link or a cookie: 256 random bits, URL-safe. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a secret, in hex, as it stands in the database. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
