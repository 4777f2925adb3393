import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const bytes = 32

/**
 * What this installation signs its forms with. It is made at first need and stays: whoever moves the database elsewhere takes the
 * file along, or forms that are still out there are foreign.
 * @param file where it is kept, readable by nobody else
 * @throws when the file cannot be read or made, or does not hold a key
 */
export function getFormKey(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true })
  try {
    // Two processes that start at once must not sign with two keys, so whoever comes second reads.
    writeFileSync(file, `${randomBytes(bytes).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (key.length !== bytes) throw new Error(`${file} holds no key. Delete it: a new one is made.`)
  return key
}
