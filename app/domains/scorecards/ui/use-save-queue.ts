import { useEffect, useState, useSyncExternalStore } from 'react'
import { storageOutbox, type Outbox } from '#app/domains/scorecards/outbox.ts'
import { createSaveQueue, type QueueState, type SaveQueue } from '#app/domains/scorecards/save-queue.ts'
import { sendBeacon, sendOperations } from './send-operations.ts'

type Given = {
  scorecardId: string
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  savedAtMs: number | null
}

/** The storage of this tab, looked up when it is used: the server has none. */
const tabOutbox: Outbox = {
  load: (scorecardId) => storageOutbox(sessionStorage).load(scorecardId),
  save: (scorecardId, entries) => storageOutbox(sessionStorage).save(scorecardId, entries),
}

/** The save queue of a page: begins with what was left unsaved, and is flushed when the page comes back or hides. */
export function useSaveQueue(given: Given): { queue: SaveQueue; state: QueueState } {
  const [queue] = useState(() =>
    createSaveQueue({
      ...given,
      outbox: tabOutbox,
      send: sendOperations,
      newOpId: () => crypto.randomUUID(),
      random: Math.random,
      timers: { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) },
    }),
  )
  useEffect(() => {
    queue.start()
    const flush = () => queue.flush()
    const beacon = () => sendBeacon(queue.takeBeacon())
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', beacon)
    window.addEventListener('beforeunload', warn)
    return () => {
      queue.flush()
      queue.stop()
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', beacon)
      window.removeEventListener('beforeunload', warn)
    }
  }, [queue])
  const state = useSyncExternalStore(queue.subscribe, queue.getState, queue.getState)
  return { queue, state }
}
