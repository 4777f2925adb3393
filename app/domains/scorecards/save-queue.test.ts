import { expect, test } from 'vitest'
import type { Operation } from './field.schema.ts'
import { storageOutbox } from './outbox.ts'
import { createSaveQueue, type SendResult } from './save-queue.ts'

function setUp(given: { storage?: Map<string, string>; answer?: (operation: Operation) => unknown } = {}) {
  const storage = given.storage ?? new Map<string, string>()
  const sent: Operation[][] = []
  const timers: (() => void)[] = []
  const results: SendResult[] = []
  let ids = storage.size * 100
  const queue = createSaveQueue({
    scorecardId: 'card',
    fields: {},
    savedAtMs: null,
    outbox: storageOutbox({
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    }),
    send: (operations) => {
      sent.push(structuredClone(operations))
      const queued = results.shift()
      const answers = operations.map(({ opId, base }) => ({
        opId,
        outcome: 'applied' as const,
        version: base + 1,
        atMs: 1,
      }))
      return Promise.resolve(queued ?? { kind: 'answers', answers })
    },
    newOpId: () => `op-${++ids}`,
    random: () => 0.5,
    timers: { set: (run) => timers.push(run), clear: () => void timers.splice(0) },
  })
  queue.start()
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  return { queue, sent, results, storage, settle }
}

test('an operation that got no answer keeps its id, and later typing follows as the next one', async () => {
  const { queue, sent, results, settle } = setUp()
  results.push({ kind: 'later', why: 'no connection' })
  queue.edit('summary:for', 'a')
  queue.flush()
  await settle()
  expect(queue.getState()).toMatchObject({ status: 'waiting', why: 'no connection' })
  queue.edit('summary:for', 'ab')
  queue.flush()
  await settle()
  expect(sent.map((batch) => batch.map(({ opId, base, value }) => [opId, base, value]))).toEqual([
    [['op-1', 0, 'a']],
    [['op-1', 0, 'a']],
    [['op-2', 1, 'ab']],
  ])
  expect(queue.hasUnsaved()).toBe(false)
  expect(queue.getState().status).toBe('saved')
})

test('what was unsaved when the page went is sent by the next page, with the same id', async () => {
  const first = setUp()
  first.results.push({ kind: 'later', why: 'no connection' })
  first.queue.edit('summary:for', 'kept')
  first.queue.flush()
  await first.settle()
  first.queue.stop()
  const second = setUp({ storage: first.storage })
  expect(second.queue.getState().values).toEqual({ 'summary:for': 'kept' })
  second.queue.flush()
  await second.settle()
  expect(second.sent[0]?.[0]?.opId).toBe(first.sent[0]?.[0]?.opId)
  expect(second.storage.size).toBe(0)
})

test('a text that was changed elsewhere waits for a choice; a rating is sent again on the newer version', async () => {
  const { queue, sent, results, settle } = setUp()
  queue.edit('summary:for', 'mine')
  queue.edit('rating:q', { state: 'not-asked' })
  results.push({
    kind: 'answers',
    answers: [
      { opId: 'op-1', outcome: 'conflict', version: 3, value: 'theirs' },
      { opId: 'op-2', outcome: 'conflict', version: 5, value: null },
    ],
  })
  queue.flush()
  await settle()
  expect(queue.getState().conflicts).toEqual([
    { field: 'summary:for', mine: 'mine', theirs: 'theirs', version: 3 },
  ])
  expect(sent[1]).toMatchObject([{ field: 'rating:q', base: 5, value: { state: 'not-asked' } }])
  expect((await queue.submit()).isSubmitted).toBe(false)
  queue.resolve('summary:for', 'theirs, mine')
  await settle()
  expect(sent.at(-1)).toMatchObject([{ field: 'summary:for', base: 3, value: 'theirs, mine' }])
  expect(queue.getState().conflicts).toEqual([])
})

test('a refused text stays on the page with the reason until it is changed', async () => {
  const { queue, results, settle } = setUp()
  queue.edit('summary:for', 'too long')
  const message = 'What was entered is longer than 20,000 characters.'
  results.push({ kind: 'answers', answers: [{ opId: 'op-1', outcome: 'refused', message }] })
  queue.flush()
  await settle()
  expect(queue.getState()).toMatchObject({ status: 'stopped', why: message })
  expect(queue.hasUnsaved()).toBe(true)
  queue.edit('summary:for', 'short')
  queue.flush()
  await settle()
  expect(queue.getState().status).toBe('saved')
})

test('nothing is submitted while something is unsaved', async () => {
  const { queue, sent, results } = setUp()
  results.push({ kind: 'later', why: 'no connection' })
  queue.edit('summary:for', 'a')
  const result = await queue.submit()
  expect(result).toMatchObject({ isSubmitted: false })
  expect(result.message).toContain('no connection')
  expect(sent.flat().some((operation) => operation.field === 'submit')).toBe(false)
})
