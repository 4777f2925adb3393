import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Prints } from '#app/lib/services.ts'

type Limits = { mostBytes?: number; longestMs?: number }

/** 64 MB hold some two thousand kits. */
const usualBytes = 64 * 1024 * 1024
const dayMs = 24 * 60 * 60 * 1000

/**
 * Files of documents that were made before, in a folder that may be deleted at any time.
 * @param given `longestMs` is how long a file that nobody asks for stays
 */
export function openPrintCache(given: { folder: string; log: Pick<Logger, 'warn'> } & Limits): Prints {
  const { folder, log, mostBytes = usualBytes, longestMs = dayMs } = given
  let emptied = 0
  let bytes = 0
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  prune()

  function list(): { path: string; bytes: number; atMs: number }[] {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      const found = statSync(path, { throwIfNoEntry: false })
      return found ? [{ path, bytes: found.size, atMs: found.mtimeMs }] : []
    })
  }

  /** Deletes what is too old, and the oldest until a tenth of the room is free. */
  function prune(): void {
    const files = list().toSorted((a, b) => a.atMs - b.atMs)
    const oldestMs = Date.now() - longestMs
    bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const goal = bytes > mostBytes ? mostBytes * 0.9 : mostBytes
    for (const file of files) {
      if (bytes <= goal && file.atMs >= oldestMs) continue
      rmSync(file.path, { force: true })
      bytes -= file.bytes
    }
  }

  async function find(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const found = await readFile(path)
      const now = new Date()
      await utimes(path, now, now)
      return new Uint8Array(found)
    } catch {
      return undefined
    }
  }

  async function keep(path: string, pdf: Uint8Array, since: number): Promise<void> {
    const half = `${path}.${process.hrtime.bigint()}.part`
    try {
      await writeFile(half, pdf, { mode: 0o600 })
      // Erasing deletes whole folders at once; a file from before must not come back after.
      if (since === emptied) await rename(half, path)
      else await rm(half, { force: true })
    } catch (error) {
      if (since === emptied) log.warn({ err: error }, 'a printed document could not be kept')
      await rm(half, { force: true })
      return
    }
    bytes += pdf.byteLength
    if (bytes > mostBytes) prune()
  }

  return {
    async get(name, make) {
      const since = emptied
      const path = join(folder, name)
      const found = await find(path)
      if (found && since === emptied) return found
      const pdf = await make()
      if (since === emptied) await keep(path, pdf, since)
      return pdf
    },
    empty() {
      emptied++
      bytes = 0
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    },
  }
}
