// @ts-check
// Copies a database that is in use, and checks copies. Copying and checking read every page, so the server does both in a
// thread of its own (copy-worker.mjs), which loads this and not the whole build: Node and better-sqlite3 only.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/**
 * @typedef {Record<string, number>} Counts rows of each table
 * @typedef {{ databaseFile: string, file: string, reserveBytes: number }} CopyJob
 *   `file` is written under another name first and has its own only when it is whole; `reserveBytes` must stay free on the disk
 * @typedef {{ isDone: true, bytes: number, counts: Counts } | { isDone: false, reason: string }} CopyOutcome
 *   `reason` is a sentence for people
 * @typedef {{ schema: number, counts: Counts, problem: string | null }} Inspection
 *   `schema` is the number of migrations; `problem` is a sentence for people
 */

const suffixes = ['', '-journal', '-wal', '-shm']

/**
 * Copies the state of one moment while others go on writing, checks the copy, and only then gives it its name.
 * @param {CopyJob} job
 * @returns {Promise<CopyOutcome>}
 */
export async function copyDatabase({ databaseFile, file, reserveBytes }) {
  const partial = `${file}.partial`
  try {
    removeDatabase(partial)
    const counts = await copySnapshot(databaseFile, partial, reserveBytes)
    const found = inspectDatabase(partial)
    if (found.problem !== null) throw new Error(`The copy is not whole. ${found.problem}`)
    const differing = Object.keys(counts).filter((table) => counts[table] !== found.counts[table])
    if (differing.length > 0) throw new Error(`The copy has other rows than the database: ${differing[0]}.`)
    const bytes = statSync(partial).size
    flush(partial)
    renameSync(partial, file)
    flush(dirname(file))
    return { isDone: true, bytes, counts }
  } catch (error) {
    removeDatabase(partial)
    return { isDone: false, reason: explain(error) }
  }
}

/**
 * Reads a database from end to end.
 * @param {string} file nothing else has it open
 * @returns {Inspection}
 */
export function inspectDatabase(file) {
  /** @type {Database.Database | undefined} */
  let client
  try {
    client = new Database(file, { readonly: true, fileMustExist: true })
    client.pragma('cell_size_check = ON')
    const schema = Number(client.pragma('user_version', { simple: true }))
    const found = client.pragma('integrity_check', { simple: true })
    if (found !== 'ok') return { schema, counts: {}, problem: `SQLite finds: ${found}` }
    const broken = client.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0)
      return { schema, counts: {}, problem: `${broken.length} rows point at nothing.` }
    return { schema, counts: countRows(client), problem: null }
  } catch (error) {
    return { schema: 0, counts: {}, problem: `SQLite says: ${messageOf(error)}.` }
  } finally {
    client?.close()
  }
}

/** @param {string} file removed with what SQLite keeps beside it */
export function removeDatabase(file) {
  for (const suffix of suffixes) rmSync(file + suffix, { force: true })
}

/**
 * Makes sure that a file, or the names in a folder, survive a power cut.
 * @param {string} path
 */
export function flush(path) {
  const isFolder = statSync(path).isDirectory()
  // Windows flushes no folders.
  if (isFolder && process.platform === 'win32') return
  const handle = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * @param {string} databaseFile
 * @param {string} partial
 * @param {number} reserveBytes
 * @returns {Promise<Counts>} what stood in the database at the moment of the copy
 */
async function copySnapshot(databaseFile, partial, reserveBytes) {
  const source = new Database(databaseFile, { readonly: true, fileMustExist: true })
  try {
    source.pragma('busy_timeout = 5000')
    // One reading transaction holds the moment: without it, each save by another connection starts the copy again.
    source.exec('BEGIN')
    const counts = countRows(source)
    const pages = Number(source.pragma('page_count', { simple: true }))
    const bytes = pages * Number(source.pragma('page_size', { simple: true }))
    refuseWithoutRoom(dirname(partial), bytes, reserveBytes)
    await source.backup(partial, { progress: () => 2_000 })
    source.exec('COMMIT')
    // Without a write-ahead log the copy is one file, whoever opens or moves it.
    const copy = new Database(partial)
    copy.pragma('journal_mode = DELETE')
    copy.close()
    return counts
  } finally {
    source.close()
  }
}

/**
 * @param {string} folder
 * @param {number} bytes
 * @param {number} reserveBytes
 */
function refuseWithoutRoom(folder, bytes, reserveBytes) {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free - bytes >= reserveBytes) return
  const megabytes = (/** @type {number} */ amount) => `${Math.ceil(amount / 1_000_000)} MB`
  throw new Error(
    `There is not enough room on the disk: the copy takes ${megabytes(bytes)}, ${megabytes(free)} are free, and ` +
      `${megabytes(reserveBytes)} must stay free for saves.`,
  )
}

/**
 * @param {Database.Database} client
 * @returns {Counts}
 */
function countRows(client) {
  const list = "select name from pragma_table_list where schema = 'main' and type = 'table'"
  const names = client.prepare(`${list} and name not like 'sqlite\\_%' escape '\\'`).pluck().all()
  return Object.fromEntries(
    names.map((name) => [name, Number(client.prepare(`select count(*) from "${name}"`).pluck().get())]),
  )
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function explain(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'The disk is full.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Panelist may not write there: ${messageOf(error)}.`
  return code ? `${messageOf(error)} (${code}).` : messageOf(error)
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}
