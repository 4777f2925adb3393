import { expect, test } from 'vitest'
import { openSharedOutbox, sharedDrafts, type SharedDrafts } from '#tests/support/shared-outbox.ts'
import type { Operation } from '../field.schema.ts'
import type { Outbox } from './outbox.ts'
import { createSaveQueue, type SendResult } from './save-queue.ts'

type Given = {
  shared?: SharedDrafts
  outbox?: Outbox
  fields?: Record<string, { version: number; value: unknown }>
  name?: string
}

async function setUp(given: Given = {}) {
  const shared = given.shared ?? sharedDrafts()
  const sent: Operation[][] = []
  const timers: (() => void)[] = []
  const results: SendResult[] = []
  let ids = 0
  const queue = createSaveQueue({
    scorecardId: 'card',
    fields: given.fields ?? {},
    savedAtMs: null,
    outbox: given.outbox ?? openSharedOutbox(shared),
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
    alone: (run) => run(),
    newOpId: () => `${given.name ?? 'op'}-${++ids}`,
    now: () => 1_000,
    random: () => 0.5,
    timers: { set: (run) => timers.push(run), clear: () => void timers.splice(0) },
  })
  queue.start()
  const settle = async () => {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve()
  }
  await settle()
  return { queue, sent, results, shared, settle, timers }
}

const offline: SendResult = { kind: 'later', why: 'no connection' }

test('an operation that got no answer keeps its id, and later typing follows as the next one', async () => {
  const { queue, sent, results } = await setUp()
  results.push(offline)
  queue.edit('summary:for', 'a')
  await queue.flush()
  expect(queue.getState()).toMatchObject({ status: 'waiting', why: 'no connection', keeping: 'device' })
  queue.edit('summary:for', 'ab')
  queue.edit('summary:for', 'abc')
  await queue.flush()
  const [first, second, third] = sent.map((batch) => batch[0])
  expect(sent).toHaveLength(3)
  expect(first).toMatchObject({ base: 0, value: 'a' })
  expect(second).toEqual(first)
  expect(third).toMatchObject({ base: 1, value: 'abc' })
  expect(third?.opId).not.toBe(first?.opId)
  expect(queue.hasUnsaved()).toBe(false)
  expect(queue.getState().status).toBe('saved')
})

test('what was unsaved when the page went is shown and sent by the next page, with the same id', async () => {
  const first = await setUp()
  first.results.push(offline)
  first.queue.edit('summary:for', 'kept')
  await first.queue.flush()
  first.queue.stop()
  const second = await setUp({ shared: first.shared, name: 'second' })
  expect(second.queue.getState().values).toEqual({ 'summary:for': 'kept' })
  await second.queue.flush()
  expect(second.sent[0]).toEqual(first.sent[0])
  expect(second.queue.hasUnsaved()).toBe(false)
})

test('what was saved since is shown by a page that was loaded from an older copy', async () => {
  const first = await setUp()
  first.queue.edit('summary:for', 'saved')
  await first.queue.flush()
  first.queue.stop()
  const stale = await setUp({ shared: first.shared, fields: { 'summary:for': { version: 0, value: null } } })
  expect(stale.queue.getState().values).toEqual({ 'summary:for': 'saved' })
  const fresh = await setUp({
    shared: first.shared,
    fields: { 'summary:for': { version: 5, value: 'newer' } },
  })
  expect(fresh.queue.getState().values).toEqual({ 'summary:for': 'newer' })
  fresh.queue.edit('summary:for', 'newer still')
  await fresh.queue.flush()
  expect(fresh.sent.at(-1)).toMatchObject([{ base: 5, value: 'newer still' }])
})

test('a last request of a closing page and the page after it send one operation, not two', async () => {
  const first = await setUp()
  first.queue.edit('summary:for', 'last words')
  await first.settle()
  const beacon = first.queue.takeBeacon()
  first.queue.stop()
  const second = await setUp({ shared: first.shared, name: 'second' })
  second.queue.edit('summary:for', 'last words, and more')
  await second.queue.flush()
  expect(second.sent.flat().map(({ opId, base, value }) => [opId, base, value])).toEqual([
    [beacon[0]?.opId, 0, 'last words'],
    ['second-1', 1, 'last words, and more'],
  ])
})

test('a text that was changed elsewhere waits for a choice; a rating is sent again on the newer version', async () => {
  const { queue, sent, results, settle } = await setUp()
  queue.edit('summary:for', 'mine')
  queue.edit('rating:q', { state: 'not-asked' })
  results.push({
    kind: 'answers',
    answers: [
      { opId: 'op-1', outcome: 'conflict', version: 3, value: 'theirs' },
      { opId: 'op-2', outcome: 'conflict', version: 5, value: null },
    ],
  })
  await queue.flush()
  expect(queue.getState().conflicts).toEqual([
    { field: 'summary:for', mine: 'mine', theirs: 'theirs', version: 3, isLogged: true },
  ])
  expect(sent[1]).toMatchObject([{ field: 'rating:q', base: 5, value: { state: 'not-asked' } }])
  expect(queue.getState().overtakings).toEqual([
    { field: 'rating:q', mine: { state: 'not-asked' }, theirs: null },
  ])
  queue.acknowledge('rating:q')
  await settle()
  expect(queue.getState().overtakings).toEqual([])
  expect((await queue.submit()).isSubmitted).toBe(false)
  queue.resolve('summary:for', 'theirs, mine')
  await settle()
  expect(sent.at(-1)).toMatchObject([{ field: 'summary:for', base: 3, value: 'theirs, mine' }])
  expect(queue.getState()).toMatchObject({ conflicts: [], status: 'saved' })
})

test('what is typed while two versions wait goes into the save log too, and taking the other sends nothing', async () => {
  const { queue, sent, results, settle } = await setUp()
  const conflict = (opId: string): SendResult => ({
    kind: 'answers',
    answers: [{ opId, outcome: 'conflict', version: 3, value: 'theirs' }],
  })
  queue.edit('summary:for', 'mine')
  results.push(conflict('op-1'))
  await queue.flush()
  queue.edit('summary:for', 'mine, longer')
  results.push(conflict('op-2'))
  await queue.flush()
  expect(sent.flat()).toMatchObject([
    { base: 0, value: 'mine' },
    { base: 0, value: 'mine, longer' },
  ])
  expect(queue.getState().conflicts).toMatchObject([{ mine: 'mine, longer', theirs: 'theirs' }])
  queue.resolve('summary:for', 'theirs')
  await settle()
  expect(sent.flat()).toHaveLength(2)
  expect(queue.getState()).toMatchObject({
    conflicts: [],
    status: 'saved',
    values: { 'summary:for': 'theirs' },
  })
})

test('a conflict is still there after a reload', async () => {
  const first = await setUp()
  first.queue.edit('summary:for', 'mine')
  first.results.push({
    kind: 'answers',
    answers: [{ opId: 'op-1', outcome: 'conflict', version: 3, value: 'theirs' }],
  })
  await first.queue.flush()
  first.queue.stop()
  const second = await setUp({
    shared: first.shared,
    fields: { 'summary:for': { version: 4, value: 'theirs, newer' } },
  })
  expect(second.queue.getState().conflicts).toEqual([
    { field: 'summary:for', mine: 'mine', theirs: 'theirs, newer', version: 4, isLogged: true },
  ])
})

test('a refused text stays on the page with the reason until it is changed', async () => {
  const { queue, results } = await setUp()
  queue.edit('summary:for', 'too long')
  const message = 'What was entered is longer than 20,000 characters.'
  results.push({ kind: 'answers', answers: [{ opId: 'op-1', outcome: 'refused', message }] })
  await queue.flush()
  expect(queue.getState()).toMatchObject({ status: 'stopped', why: message })
  expect(queue.hasUnsaved()).toBe(true)
  queue.edit('summary:for', 'short')
  await queue.flush()
  expect(queue.getState().status).toBe('saved')
})

test('nothing is submitted while something is unsaved', async () => {
  const { queue, sent, results } = await setUp()
  results.push(offline)
  queue.edit('summary:for', 'a')
  const result = await queue.submit()
  expect(result).toMatchObject({ isSubmitted: false })
  expect(result.message).toContain('no connection')
  expect(sent.flat().some((operation) => operation.field === 'submit')).toBe(false)
})

test('one tab shows what is typed and saved in another, and types on from there without a conflict', async () => {
  const first = await setUp()
  const second = await setUp({ shared: first.shared, name: 'second' })
  first.queue.edit('summary:for', 'typed in the first')
  await first.settle()
  expect(second.queue.getState()).toMatchObject({
    values: { 'summary:for': 'typed in the first' },
    status: 'saving',
  })
  await first.queue.flush()
  expect(second.queue.getState().status).toBe('saved')
  second.queue.edit('summary:for', 'typed in the first, and the second')
  await second.queue.flush()
  expect(second.sent.flat()).toMatchObject([{ base: 1, value: 'typed in the first, and the second' }])
  expect(first.queue.getState()).toMatchObject({
    values: { 'summary:for': 'typed in the first, and the second' },
  })
})

test('a tab sends what another left behind', async () => {
  const first = await setUp()
  const second = await setUp({ shared: first.shared, name: 'second' })
  first.queue.edit('summary:for', 'left behind')
  await first.settle()
  first.queue.stop()
  for (const run of second.timers.splice(0)) run()
  await second.settle()
  expect(second.sent.flat()).toMatchObject([{ base: 0, value: 'left behind' }])
})

test('a submission ends the other tabs of the scorecard and leaves nothing of it on the device', async () => {
  const first = await setUp()
  const second = await setUp({ shared: first.shared, name: 'second' })
  first.queue.edit('summary:for', 'done')
  expect(await first.queue.submit()).toEqual({ isSubmitted: true, message: '' })
  expect(second.queue.getState().status).toBe('gone')
  expect(first.shared.stored.size).toBe(0)
})

test('what the person threw away leaves every tab, and nothing of it is sent or stored again', async () => {
  const { queue, sent, shared, settle, results } = await setUp()
  results.push(offline)
  queue.edit('summary:for', 'secret')
  await queue.flush()
  shared.stored.clear()
  for (const hear of shared.tabs) hear({ kind: 'discarded', scorecardId: null })
  queue.edit('summary:for', 'secret, more')
  await settle()
  expect(queue.getState()).toMatchObject({ status: 'gone', values: {} })
  expect(queue.takeBeacon()).toEqual([])
  await queue.flush()
  expect(sent).toHaveLength(1)
  expect([shared.stored.size, shared.texts.size]).toEqual([0, 0])
})

test('when the device stores nothing, the page says so, keeps the text, and stores it once it can', async () => {
  const shared = sharedDrafts()
  const outbox = openSharedOutbox(shared)
  let isFull = true
  const failing: Outbox = {
    ...outbox,
    update: (...given) => (isFull ? Promise.reject(new Error('full')) : outbox.update(...given)),
  }
  const { queue, results, sent } = await setUp({ shared, outbox: failing })
  results.push(offline)
  queue.edit('summary:for', 'a')
  queue.edit('summary:against', 'b')
  await queue.flush()
  expect(queue.getState()).toMatchObject({ status: 'waiting', keeping: 'page' })
  expect(queue.hasUnkept()).toBe(true)
  isFull = false
  results.push(offline)
  queue.edit('summary:for', 'aa')
  await queue.flush()
  expect(queue.getState().keeping).toBe('device')
  expect(shared.stored.get('summary:against')?.pending).toMatchObject([{ value: 'b' }])
  await queue.flush()
  expect(sent.at(-1)).toMatchObject([{ value: 'aa' }])
  expect(queue.getState().status).toBe('saved')
})
