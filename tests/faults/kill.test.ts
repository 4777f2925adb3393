import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { findPort, kill, startProcess } from '#tests/support/process.ts'
import { addTypists, expectSaves, startTyping } from '#tests/support/typing.ts'

const kills = 4

test(
  'killed again and again in the middle of saves, the server loses nothing it acknowledged and applies nothing twice',
  { timeout: 120_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'panelist-kill-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true }))
    const file = join(dataDir, 'kill.db')
    const typists = await addTypists({ DATABASE_URL: file })
    const port = String(await findPort())
    const url = `http://localhost:${port}`
    const env = {
      PORT: port,
      DATA_DIR: dataDir,
      DATABASE_URL: file,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
    }

    let child = await startProcess(env, url)
    const typing = startTyping(url, typists)
    for (let count = 0; count < kills; count++) {
      await new Promise((resolve) => setTimeout(resolve, 300 + count * 70))
      await kill(child)
      child = await startProcess(env, url)
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    await typing.stop()
    await kill(child)

    expect(typing.acknowledged.size).toBeGreaterThan(50)
    const db = openDatabase(file)
    expectSaves(db, typists, typing.acknowledged)
    closeDatabase(db)
  },
)
