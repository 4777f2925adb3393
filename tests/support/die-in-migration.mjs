// @ts-check
// Loaded before the server: ends the process, as a power cut would, before the so manieth statement of its migrations,
// or after the last of them and before the commit. The environment says which: PANELIST_DIE_AT=3, or =last.
import { isMainThread } from 'node:worker_threads'
import Database from 'better-sqlite3'

// The backup before an upgrade is made in a thread of its own, where this file is loaded as well.
const dieAt = isMainThread ? process.env.PANELIST_DIE_AT : undefined
const { exec, pragma } = Database.prototype
let statements = 0

/** @param {string} sql */
Database.prototype.exec = function (sql) {
  // The lock beside the database begins its transaction in this way, too.
  if (!sql.startsWith('BEGIN') && ++statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
  return exec.call(this, sql)
}

/**
 * @param {string} source
 * @param {Database.PragmaOptions} [options]
 */
Database.prototype.pragma = function (source, options) {
  const result = pragma.call(this, source, options)
  if (dieAt === 'last' && source.startsWith('user_version =')) process.kill(process.pid, 'SIGKILL')
  return result
}
