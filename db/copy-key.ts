import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { stampOf } from './backup-plan.ts'
import { flush } from './copy-database.mjs'

/** Beside a backup in a file of one's own choice lies the key under that name with this at its end. */
const besideFile = '.forms.key'

/** Where the key lies that belongs to a backup in a file of its own. */
export function keyBeside(backupFile: string): string {
  return backupFile + besideFile
}

/**
 * Copies what forms are signed with, readable by nobody else; nothing where there is none yet, or where it is there already.
 * @throws when it cannot be read or written
 */
export function copyKey(from: string, to: string): void {
  if (!existsSync(from) || resolve(from) === resolve(to)) return
  const key = readFileSync(from)
  if (existsSync(to) && readFileSync(to).equals(key)) return
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  writeFileSync(partial, key, { mode: 0o600 })
  flush(partial)
  renameSync(partial, to)
  flush(dirname(to))
}

/**
 * Puts the key that lies beside a backup in its place, so that forms which were handed out under it come back. A key that is another
 * one is kept under another name.
 * @returns where the former key is now; null when it stayed, or when there was none
 */
export function restoreKey(given: { backupFile: string; formKeyFile: string; now: number }): string | null {
  const { backupFile, formKeyFile, now } = given
  const among = join(dirname(backupFile), basename(formKeyFile))
  const found = [keyBeside(backupFile), among].find((file) => existsSync(file))
  if (found === undefined || resolve(found) === resolve(formKeyFile)) return null
  let asideFile: string | null = null
  if (existsSync(formKeyFile) && !readFileSync(formKeyFile).equals(readFileSync(found))) {
    const { dir, name, ext } = parse(formKeyFile)
    asideFile = join(dir, `${name}-replaced-${stampOf(now)}${ext}`)
    renameSync(formKeyFile, asideFile)
  }
  copyKey(found, formKeyFile)
  return asideFile
}
