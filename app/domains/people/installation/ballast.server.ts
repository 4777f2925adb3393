import { randomBytes } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'

const megabyte = 1_000_000
export const ballastBytes = 32 * megabyte

/** Where the file lies that an administrator deletes when the disk is full. */
export function ballastFileOf(dataDir: string): string {
  return join(dataDir, 'ballast')
}

/**
 * Makes the ballast file when it is missing and the disk has plenty of room.
 * @param plentyBytes how much must be free
 * @returns whether it is there now
 */
export async function ensureBallast(dataDir: string, plentyBytes = 10 * ballastBytes): Promise<boolean> {
  const file = ballastFileOf(dataDir)
  if (existsSync(file)) return true
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize < plentyBytes) return false
  // Random, so that a file system that compresses gives the room, too.
  const handle = await open(`${file}.partial`, 'w')
  try {
    for (let written = 0; written < ballastBytes; written += megabyte)
      await handle.write(randomBytes(megabyte))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.partial`, file)
  return true
}
