import {
  createSaveQueue,
  type QueueInput,
  type SaveQueue,
} from '#app/domains/scorecards/saving/save-queue.ts'
import { alone } from './alone.ts'
import { outboxOf } from './device-outbox.ts'
import { sendOperations } from './send-operations.ts'

export type QueueOf = Pick<QueueInput, 'scorecardId' | 'fields' | 'savedAtMs'> & { personId: string }

/** A save queue over this browser's storage, locks, clock and network. */
export function createBrowserQueue({ personId, ...card }: QueueOf): SaveQueue {
  return createSaveQueue({
    ...card,
    outbox: outboxOf(personId),
    send: (operations) => sendOperations(personId, operations),
    alone: (run) => alone(card.scorecardId, run),
    newOpId: () => crypto.randomUUID(),
    now: Date.now,
    random: Math.random,
    timers: { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) },
  })
}
