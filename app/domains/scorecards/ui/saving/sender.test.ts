import { expect, test, vi } from 'vitest'
import type { Operation } from '#app/domains/scorecards/field.schema.ts'
import { emptyDraft } from '#app/domains/scorecards/saving/draft.ts'
import { tabOutbox } from '#app/domains/scorecards/saving/outbox.ts'
import { createSaveQueue, type SendResult } from '#app/domains/scorecards/saving/save-queue.ts'
import { createSender } from './sender.ts'

function storage() {
  const texts = new Map<string, string>()
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
    key: (at: number) => [...texts.keys()][at] ?? null,
    get length() {
      return texts.size
    },
  }
}

function open(given: { exceptCardId?: string } = {}) {
  const outbox = tabOutbox(storage(), 'person')
  const sent: Operation[] = []
  let network: SendResult['kind'] = 'answers'
  let ids = 0
  async function send(operations: Operation[]): Promise<SendResult> {
    if (network !== 'answers') return { kind: 'later', why: 'no connection' }
    sent.push(...operations)
    const answers = operations.map(({ opId, base }) => ({
      opId,
      outcome: 'applied' as const,
      version: base + 1,
      atMs: 1,
    }))
    return { kind: 'answers', answers }
  }
  const sender = createSender({
    ...given,
    outbox,
    now: () => 7,
    openQueue: (scorecardId) =>
      createSaveQueue({
        scorecardId,
        fields: {},
        savedAtMs: null,
        outbox,
        send,
        alone: (run) => run(),
        newOpId: () => `new-${++ids}`,
        now: () => 1,
        random: () => 0.5,
        timers: { set: () => 0, clear: () => undefined },
      }),
  })
  sender.start()
  const type = (scorecardId: string, field: string, value: string) =>
    outbox.update(scorecardId, [field], () => ({
      ...emptyDraft(field),
      pending: [{ opId: `${scorecardId} ${field}`, value, base: 0, follows: null, state: 'typed' }],
    }))
  return { outbox, sender, sent, type, setNetwork: (kind: SendResult['kind']) => (network = kind) }
}

test('it sends what several scorecards left, last words too, under the ids that were given to them', async () => {
  const { outbox, sender, sent, type } = open()
  await type('a', 'summary:for', 'One.')
  await type('b', 'summary:for', 'Two.')
  const basis = { seen: null, version: 0 }
  outbox.keepLastWords('c', [{ field: 'summary:for', value: 'Three.', opId: 'last', basis }])
  await sender.hurry()
  await vi.waitFor(() => expect(sent).toHaveLength(3))
  await vi.waitFor(() => expect(sender.getState()).toEqual({ cards: [], readAtMs: 7 }))
  expect(sent.map(({ opId, value }) => [opId, value])).toEqual([
    ['a summary:for', 'One.'],
    ['b summary:for', 'Two.'],
    ['last', 'Three.'],
  ])
  expect(outbox.listLastWords()).toEqual([])
})

test('it leaves the scorecard of this page alone', async () => {
  const { sender, sent, type } = open({ exceptCardId: 'a' })
  await type('a', 'summary:for', 'One.')
  await sender.hurry()
  expect(sent).toEqual([])
  expect(sender.getState().cards).toEqual([])
})

test('without a connection it says why, and sends the same operation when there is one', async () => {
  const { sender, sent, type, setNetwork } = open()
  setNetwork('later')
  await type('a', 'summary:for', 'One.')
  await sender.hurry()
  expect(sender.getState().cards).toMatchObject([{ scorecardId: 'a', why: 'no connection' }])
  setNetwork('answers')
  await sender.hurry()
  expect(sent).toMatchObject([{ opId: 'a summary:for' }])
  expect(sender.getState().cards).toEqual([])
})
