import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findPort, killStarted } from './process.ts'

/** The settings of an installation for a process on a free port, in a new folder; both go when the test ends. */
export async function planInstallation() {
  const dataDir = mkdtempSync(join(tmpdir(), 'panelist-fault-'))
  onTestFinished(async () => {
    await killStarted()
    rmSync(dataDir, { recursive: true })
  })
  const port = await findPort()
  const databaseFile = join(dataDir, 'panelist.db')
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseFile,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
  }
  return { dataDir, databaseFile, settings, port, url: `http://localhost:${port}` }
}
