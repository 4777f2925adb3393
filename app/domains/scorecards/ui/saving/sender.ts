import type { WaitingCard } from '#app/domains/scorecards/saving/card-words.ts'
import type { Outbox } from '#app/domains/scorecards/saving/outbox.ts'
import type { SaveQueue } from '#app/domains/scorecards/saving/save-queue.ts'
import { canSend } from '#app/domains/scorecards/saving/unsent.ts'

/** What waits, and why the last request of a scorecard brought no answer. */
export type Sending = {
  cards: readonly (WaitingCard & { why: string | null })[]
  /** When that was so, by the clock of this device; null before the first look. */
  readAtMs: number | null
}

export type Sender = {
  getState: () => Sending
  subscribe: (listener: () => void) => () => void
  start: () => void
  /** Looks for what waits and sends it, now. */
  hurry: () => Promise<void>
  stop: () => void
}

type SenderInput = {
  outbox: Pick<Outbox, 'listLastWords' | 'subscribe'> & { listWaiting: () => Promise<WaitingCard[]> }
  /** The queue of a scorecard whose page is not open here. */
  openQueue: (scorecardId: string) => SaveQueue
  /** A scorecard that sends for itself. */
  exceptCardId?: string | undefined
  now: () => number
}

/** Sends what scorecards left in the outbox, each by a queue of its own, from whatever page is open. */
export function createSender({ outbox, openQueue, exceptCardId, now }: SenderInput): Sender {
  const queues = new Map<string, SaveQueue>()
  const listeners = new Set<() => void>()
  let state: Sending = { cards: [], readAtMs: null }
  let reading: Promise<void> | null = null
  let isStale = false
  let isStopped = true
  let unsubscribe = (): void => undefined

  /** Reads the outbox once more after the last news of it. */
  function read(): Promise<void> {
    isStale = true
    reading ??= (async () => {
      while (isStale && !isStopped) {
        isStale = false
        await readOnce()
      }
    })().finally(() => (reading = null))
    return reading
  }

  // What cannot be read now is read at the next look.
  const readAgain = () => void read().catch(() => undefined)

  async function readOnce(): Promise<void> {
    const isOurs = (scorecardId: string) => scorecardId !== exceptCardId
    const waiting = (await outbox.listWaiting()).filter((card) => isOurs(card.scorecardId))
    if (isStopped) return
    const lastWords = outbox.listLastWords().filter(isOurs)
    const due = new Set([...waiting.filter(canSend).map((card) => card.scorecardId), ...lastWords])
    for (const [scorecardId, queue] of queues) {
      if (due.has(scorecardId)) continue
      queue.stop()
      queues.delete(scorecardId)
    }
    for (const scorecardId of due) {
      if (queues.has(scorecardId)) continue
      const queue = openQueue(scorecardId)
      queues.set(scorecardId, queue)
      queue.subscribe(readAgain)
      queue.start()
    }
    const whyOf = (scorecardId: string) => queues.get(scorecardId)?.getState().why ?? null
    state = { cards: waiting.map((card) => ({ ...card, why: whyOf(card.scorecardId) })), readAtMs: now() }
    for (const listener of listeners) listener()
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      isStopped = false
      unsubscribe = outbox.subscribe(readAgain)
    },
    async hurry() {
      await read()
      await Promise.all([...queues.values()].map((queue) => queue.flush()))
      await read()
    },
    stop() {
      isStopped = true
      unsubscribe()
      for (const queue of queues.values()) queue.stop()
      queues.clear()
    },
  }
}
