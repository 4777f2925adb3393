import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sinceWords } from '#app/domains/people/since.ts'
import { formatBytes } from '#app/lib/bytes.ts'
import type { Env } from '#app/lib/env.server.ts'
import { paths } from '#app/paths.ts'
import { listBackups, makeBackup, reserveBytes } from '#db/backup.server.ts'
import { copyKey, keyBeside } from '#db/copy-key.ts'
import { copyDatabase, inspectDatabase, type Counts } from '#db/copy-database.mjs'
import { DatabaseHeldError } from '#db/database-lock.server.ts'
import { knownMigrations } from '#db/migrate.ts'
import { listReplaced, RestoreError, restoreDatabase, type Restored } from '#db/restore.server.ts'
import { findInstallation, readSettings, type Outcome } from './command-database.server.ts'

export const backupHelp = `backup [file]              copies the database as it is now, checked; into the folder of backups unless a file is named
  backups                    lists the backups, with what is in them, and checks each
  restore latest | <file>    puts a backup in the place of the database, which is kept under another name; stop the server first`

/**
 * Makes a backup, beside a running server too.
 * @param name the file to write; among the other backups when it is not given
 * @param folder where the person stands
 */
export async function runBackup(
  name: string | undefined,
  folder: string,
  settings: () => Env,
): Promise<Outcome> {
  const env = findInstallation(settings)
  if ('lines' in env) return env
  const { databaseFile, formKeyFile } = env
  if (name === undefined) {
    const now = Date.now()
    const made = await makeBackup({
      databaseFile,
      formKeyFile,
      folder: env.backupFolder,
      kind: 'manual',
      now,
    })
    return made.isDone ? saved({ ...made, ...made.backup }) : failed(made.reason)
  }
  const file = resolve(folder, name)
  if (existsSync(file)) return misused(`${file} is there already. Name another file.`)
  if (!existsSync(dirname(file))) return misused(`There is no folder ${dirname(file)}.`)
  const copied = await copyDatabase({ databaseFile, file, reserveBytes })
  if (!copied.isDone) return failed(copied.reason)
  copyKey(formKeyFile, keyBeside(file))
  return saved({ ...copied, file })
}

/** Lists the backups, the newest first, and reads each from end to end. */
export function runBackups(settings: () => Env): Outcome {
  const env = readSettings(settings)
  if ('lines' in env) return env
  const now = Date.now()
  const rows = listBackups(env.backupFolder).map(({ name, file, bytes, atMs }) => {
    const { schema, counts, problem } = inspectDatabase(file)
    const isNewer = schema > knownMigrations
    const found = problem ?? `${countWords(counts)}${isNewer ? '; made by a newer Panelist' : ''}`
    const age = atMs > now ? 'dated ahead of the clock' : sinceWords(atMs, now)
    return { problem, cells: [name, formatBytes(bytes), age, found] }
  })
  const replaced = listReplaced(env.databaseFile).map((file) => `Put aside by a restore: ${resolve(file)}`)
  const lines = rows.length === 0 ? ['There are no backups yet.'] : align(rows.map(({ cells }) => cells))
  const isDamaged = rows.some(({ problem }) => problem !== null)
  return { lines: [`In ${resolve(env.backupFolder)}:`, ...lines, ...replaced], status: isDamaged ? 1 : 0 }
}

/**
 * Puts a backup in the place of the database.
 * @param name a file, the name of one of the backups, or `latest`
 * @param folder where the person stands
 */
export async function runRestore(name: string, folder: string, settings: () => Env): Promise<Outcome> {
  const env = readSettings(settings)
  if ('lines' in env) return env
  const file = findBackup(name, { folder, backupFolder: env.backupFolder })
  if (file === undefined) return failed(`There are no backups in ${resolve(env.backupFolder)}.`)
  const { databaseFile, formKeyFile } = env
  try {
    const restored = await restoreDatabase({ file, databaseFile, formKeyFile, now: Date.now() })
    return { lines: tell(restored, file), status: 0 }
  } catch (error) {
    if (error instanceof DatabaseHeldError || error instanceof RestoreError)
      return failed(`Nothing was changed. ${error.message}`)
    throw error
  }
}

function findBackup(name: string, given: { folder: string; backupFolder: string }): string | undefined {
  if (name === 'latest') return listBackups(given.backupFolder)[0]?.file
  const file = resolve(given.folder, name)
  const among = join(given.backupFolder, name)
  return !existsSync(file) && basename(name) === name && existsSync(among) ? among : file
}

function tell({ asideFile, keyAsideFile, migrations, counts, erasedIds }: Restored, file: string): string[] {
  const lines = [`Restored ${resolve(file)}: ${countWords(counts)}. Everybody signs in again.`]
  if (migrations.length > 0) lines.push('It was made by an older Panelist and is brought up to this one.')
  if (asideFile !== null)
    lines.push(
      `The database that was there is now ${resolve(asideFile)}. It holds what was saved since; delete it when you no longer need it.`,
    )
  if (keyAsideFile !== null)
    lines.push(
      `Forms to fill offline are signed with the key of the backup again. The key that was there is now ${resolve(keyAsideFile)}; forms that it signed are refused.`,
    )
  if (erasedIds.length > 0)
    lines.push(
      'These candidates were erased after the backup was made and are back. Erase them again:',
      ...erasedIds.map((id) => `  ${paths.candidate(id)}`),
    )
  return [...lines, 'Start Panelist again.']
}

function countWords(counts: Counts): string {
  const parts = [
    ['user', 'person', 'people'],
    ['candidate', 'candidate', 'candidates'],
    ['scorecard', 'scorecard', 'scorecards'],
    ['field_op', 'save', 'saves'],
  ] as const
  return parts
    .map(([table, one, many]) => `${counts[table] ?? 0} ${counts[table] === 1 ? one : many}`)
    .join(', ')
}

function saved(made: { file: string; bytes: number; counts: Counts }): Outcome {
  const { file, bytes, counts } = made
  return {
    lines: [`${resolve(file)}, ${formatBytes(bytes)}, checked: ${countWords(counts)}.`],
    status: 0,
  }
}

function failed(reason: string): Outcome {
  return { lines: [reason], status: 1 }
}

function misused(problem: string): Outcome {
  return { lines: [problem], status: 2 }
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
