import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CardWords } from '#app/domains/scorecards/saving/card-words.ts'
import type { QueueState } from '#app/domains/scorecards/saving/queue-state.ts'
import type { SaveQueue } from '#app/domains/scorecards/saving/save-queue.ts'
import { paths } from '#app/paths.ts'
import { createBrowserQueue, type QueueOf } from './browser-queue.ts'
import { outboxOf } from './device-outbox.ts'
import { sendBeacon } from './send-operations.ts'
import { keepPage, tellWorker } from './worker.ts'

/**
 * The save queue of a page: begins with what was left unsaved, and is flushed when the page comes back or hides.
 * @param words what tells of this scorecard on other pages, and without a connection
 */
export function useSaveQueue(given: QueueOf, words: CardWords): { queue: SaveQueue; state: QueueState } {
  const { personId, scorecardId } = given
  const [queue] = useState(() => openQueue(given, words))
  useEffect(() => {
    queue.start()
    const flush = () => void queue.flush()
    const beacon = () => sendBeacon(personId, queue.takeBeacon())
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.hasUnkept()) event.preventDefault()
    }
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', beacon)
    window.addEventListener('beforeunload', warn)
    return () => {
      beacon()
      queue.stop()
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', beacon)
      window.removeEventListener('beforeunload', warn)
    }
  }, [queue, personId])
  useEffect(() => {
    const keep = () => {
      if (document.visibilityState === 'visible') void keepPage(personId, scorecardId)
    }
    keep()
    document.addEventListener('visibilitychange', keep)
    return () => document.removeEventListener('visibilitychange', keep)
  }, [personId, scorecardId])
  const state = useSyncExternalStore(queue.subscribe, queue.getState, queue.getState)
  return { queue, state }
}

/**
 * A queue that, at the first edit, says for other pages what this scorecard is, and asks the browser not to drop what
 * it stores when space runs short.
 */
function openQueue(given: QueueOf, words: CardWords): SaveQueue {
  const queue = createBrowserQueue(given)
  let isFirst = true
  return {
    ...queue,
    edit(field, value) {
      queue.edit(field, value)
      if (!isFirst) return
      isFirst = false
      void navigator.storage?.persist?.().catch(() => undefined)
      // Without it other pages only know less to say.
      void outboxOf(given.personId)
        .describe(given.scorecardId, words)
        .catch(() => undefined)
    },
    async submit() {
      const result = await queue.submit()
      if (result.isSubmitted) {
        void tellWorker({ kind: 'drop', path: paths.fillScorecard(given.scorecardId) })
      }
      return result
    },
  }
}
