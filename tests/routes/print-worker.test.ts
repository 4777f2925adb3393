import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { renderKits, type RenderResult, type RenderTask } from '#app/documents/render.server.ts'
import { openThread, ThreadBusyError, ThreadLostError } from '#app/lib/worker-thread.server.ts'
import { buildKits } from '#tests/support/kits.ts'

// Every test starts threads, and a thread takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const threads = vi.hoisted((): Worker[] => [])
// why: a thread belongs to whoever started it, and only through itself can it be killed.
vi.mock('node:worker_threads', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:worker_threads')>()
  return {
    ...original,
    Worker: class extends original.Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        threads.push(this)
      }
    },
  }
})
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()))
})

const options = { as: 'kit', paper: 'a4', title: 'Kits', createdAt: new Date(0) } as const
const few: RenderTask = { ask: 'print', print: { document: 'kits', kits: buildKits(1), options } }
const many: RenderTask = { ask: 'print', print: { document: 'kits', kits: buildKits(40), options } }

function pdfOf(result: RenderResult): Uint8Array {
  if (result.ask !== 'print') throw new Error('no document')
  return result.pdf
}

test('the thread gives the bytes that the press gives, and tells how far it is', async () => {
  const ask = openThread<RenderTask, RenderResult>('print')
  const steps: number[] = []
  const pdf = pdfOf(await ask(many, { onStep: (step) => steps.push(step) }))
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(steps.length).toBeGreaterThan(10)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  const own = await renderKits(buildKits(1), options)
  expect(Buffer.compare(pdfOf(await ask(few)), own)).toBe(0)
})

test('when the thread dies, only what it was busy with fails, and the next one does the rest', async () => {
  const ask = openThread<RenderTask, RenderResult>('print')
  const lost = ask(many, { onStep: () => void threads[0]?.terminate() })
  const waiting = ask(few)
  await expect(lost).rejects.toBeInstanceOf(ThreadLostError)
  expect(pdfOf(await waiting).length).toBeGreaterThan(1_000)
  expect(threads).toHaveLength(2)
})

test('a thread that is stuck is given up and replaced', async () => {
  const ask = openThread<RenderTask, RenderResult>('print', { longestMs: 1 })
  await expect(ask(many)).rejects.toBeInstanceOf(ThreadLostError)
  await expect(ask(many)).rejects.toBeInstanceOf(ThreadLostError)
  expect(threads).toHaveLength(2)
})

test('what is called off ends with the reason and stops, before its turn too', async () => {
  const ask = openThread<RenderTask, RenderResult>('print')
  const leaving = new AbortController()
  const never = new AbortController()
  const left = ask(many, {
    signal: leaving.signal,
    onStep: () => leaving.abort(new Error('they left')),
  })
  const unbegun = ask(many, { signal: never.signal })
  never.abort(new Error('never mind'))
  await expect(unbegun).rejects.toThrow('never mind')
  await expect(left).rejects.toThrow('they left')
  const steps: number[] = []
  await ask(few, { onStep: (step) => steps.push(step) })
  expect(threads).toHaveLength(1)
})

test('more than may wait are refused at once', async () => {
  const ask = openThread<RenderTask, RenderResult>('print', { mostWaiting: 2 })
  const accepted = [ask(few), ask(few)]
  await expect(ask(few)).rejects.toBeInstanceOf(ThreadBusyError)
  expect((await Promise.all(accepted)).map((result) => pdfOf(result).length > 0)).toEqual([true, true])
  expect(pdfOf(await ask(few)).length).toBeGreaterThan(0)
})
