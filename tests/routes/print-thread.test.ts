import { createRequire, syncBuiltinESMExports } from 'node:module'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { paths } from '#app/paths.ts'
import { progressType } from '#app/lib/print-progress.ts'
import { addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// Every thread that dies is followed by one that starts anew.
vi.setConfig({ testTimeout: 120_000 })

const threads: Worker[] = []
let server: TestServer
let round: Round
beforeAll(async () => {
  // why: a thread belongs to whoever started it, and only through itself can it be killed. The finished build is not loaded by the
  // test runner, so the module that it takes threads from is changed for both.
  const module: typeof import('node:worker_threads') = createRequire(import.meta.url)('node:worker_threads')
  const Original = module.Worker
  Object.assign(module, {
    Worker: class extends Original {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        threads.push(this)
      }
    },
  })
  syncBuiltinESMExports()
  server = await startTestServer()
  round = addRound(server.db)
}, 60_000)
afterAll(() => server.close())

/** Kills the thread once it has begun with what it was asked for. */
async function printAndKill(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const known = threads.length
  const asked = server.request(path, { as: round.manager.id, headers })
  await vi.waitFor(() => expect(threads.length).toBeGreaterThan(known), { timeout: 60_000 })
  await threads.at(-1)?.terminate()
  return asked
}

test('when the thread that prints dies, that request gets 503 in words, and the next one its document', async () => {
  const path = paths.panelKitsPdf(round.panelId)
  const lost = await printAndKill(path)
  const words = await lost.text()
  expect([lost.status, lost.headers.get('Retry-After')]).toEqual([503, '20'])
  expect(words).toContain('This document could not be made. Try once more')
  const next = await server.request(path, { as: round.manager.id })
  expect(next.status).toBe(200)
  expect(
    Buffer.from(await next.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  // A third finds it kept.
  expect((await server.request(path, { as: round.manager.id })).status).toBe(200)
})

test('the page that follows the work is told the same words', async () => {
  const path = paths.panelKitsPdf(round.panelId, { paper: 'letter' })
  // The thread that is there has nothing to do; whoever asks next is given a new one.
  await threads.at(-1)?.terminate()
  const told = await printAndKill(path, { Accept: progressType })
  expect(await told.text()).toContain('This document could not be made. Try once more')
  expect((await server.request(path, { as: round.manager.id })).status).toBe(200)
})
