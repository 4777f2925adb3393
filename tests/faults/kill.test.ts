import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import { closeDatabase, openDatabase } from '#db/client.server.ts'
import { pickCard } from '#tests/support/cards.ts'
import { addRound } from '#tests/support/round.ts'
import { startTestServer } from '#tests/support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const kills = 4

/** A free port, so that the server comes back where its clients look for it. */
function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function startProcess(env: Record<string, string>, url: string): Promise<ChildProcess> {
  const script = `import('${join(root, 'build/server/index.js')}').then((build) => build.entry.module.serve(build))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  for (let attempt = 0; attempt < 500; attempt++) {
    const isUp = await fetch(`${url}${paths.health()}`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not come up')
}

test(
  'killed again and again in the middle of saves, the server loses nothing it acknowledged and applies nothing twice',
  { timeout: 120_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'panelist-kill-'))
    const file = join(dataDir, 'kill.db')
    const setUp = await startTestServer({ env: { DATABASE_URL: file } })
    const round = addRound(setUp.db, { candidates: 1 })
    const cards = [0, 1, 2, 3].map((index) => pickCard(round, index))
    const cookies = cards.map((card) => setUp.cookieOf(card.person.id))
    await setUp.close()

    const port = await findPort()
    const url = `http://localhost:${port}`
    const env = {
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: file,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
    }
    const acknowledged = new Set<string>()
    let isOver = false

    /** Types into one card without a pause; an operation that was not answered is sent again with its id. */
    async function type(index: number): Promise<void> {
      let base = 0
      for (let count = 0; !isOver; count++) {
        const value = `text ${index}-${count}`
        const operation = {
          opId: randomUUID(),
          scorecardId: cards[index]?.cardId,
          field: 'summary:for',
          base,
          value,
        }
        for (let isSaved = false; !isSaved && !isOver;) {
          const body = await fetch(`${url}${paths.operations()}`, {
            method: 'POST',
            headers: {
              'Content-Type': 'application/json',
              'Sec-Fetch-Site': 'same-origin',
              Cookie: cookies[index] ?? '',
            },
            body: JSON.stringify({ operations: [operation] }),
          }).then(
            (response) => response.json(),
            () => null,
          )
          const [answer] = body?.answers ?? []
          if (answer?.outcome === 'applied') {
            acknowledged.add(operation.opId)
            base = answer.version
            isSaved = true
          } else if (body === null) await new Promise((resolve) => setTimeout(resolve, 25))
          else throw new Error(JSON.stringify(body))
        }
      }
    }

    let child = await startProcess(env, url)
    const typing = Promise.all(cards.map((_, index) => type(index)))
    for (let kill = 0; kill < kills; kill++) {
      await new Promise((resolve) => setTimeout(resolve, 300 + kill * 70))
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      child = await startProcess(env, url)
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    isOver = true
    await typing
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone

    const db = openDatabase(file)
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
    const logged = cards.flatMap((card) => listOperations(db, card.cardId))
    const stored = new Set(logged.map((operation) => operation.opId))
    expect(acknowledged.size).toBeGreaterThan(50)
    expect([...acknowledged].filter((opId) => !stored.has(opId))).toEqual([])
    for (const { cardId } of cards) {
      const versions = listOperations(db, cardId)
        .map((operation) => operation.version)
        .sort((a, b) => a - b)
      expect(versions).toEqual(versions.map((_, index) => index + 1))
      expect(listFields(db, [cardId]).get(cardId)?.['summary:for']?.version).toBe(versions.length)
    }
    closeDatabase(db)
  },
)
