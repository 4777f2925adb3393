import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findPort } from './process.ts'

/** The settings of an installation in a new folder, which goes when the test ends, for a process on a free port. */
export async function planInstallation() {
  const dataDir = mkdtempSync(join(tmpdir(), 'panelist-fault-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
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
