import { useEffect, useState, useSyncExternalStore } from 'react'
import { storageOutbox } from '#app/domains/scorecards/outbox.ts'
import { createSaveQueue, type QueueState, type SaveQueue } from '#app/domains/scorecards/save-queue.ts'
import { sendBeacon, sendOperations } from './send-operations.ts'

type Given = {
  scorecardId: string
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  savedAtMs: number | null
}

const nothing = () => () => undefined

/** The save queue of a page: made once in the browser, fed by what was left unsaved, flushed when the page hides. */
export function useSaveQueue(given: Given): { queue: SaveQueue | null; state: QueueState } {
  const [queue, setQueue] = useState<SaveQueue | null>(null)
  const { scorecardId } = given
  useEffect(() => {
    const made = createSaveQueue({
      ...given,
      outbox: storageOutbox(sessionStorage),
      send: sendOperations,
      newOpId: () => crypto.randomUUID(),
      random: Math.random,
      timers: { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) },
    })
    setQueue(made)
    const flush = () => made.flush()
    const flushVisible = () => made.flush()
    const beacon = () => sendBeacon(made.takeBeacon())
    const warn = (event: BeforeUnloadEvent) => {
      if (made.hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flushVisible)
    window.addEventListener('pagehide', beacon)
    window.addEventListener('beforeunload', warn)
    return () => {
      made.flush()
      made.stop()
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flushVisible)
      window.removeEventListener('pagehide', beacon)
      window.removeEventListener('beforeunload', warn)
    }
    // why: the loader's later data must not replace the queue; what it holds is newer.
  }, [scorecardId])
  const [initial] = useState<QueueState>({
    values: {},
    status: given.savedAtMs === null ? 'untouched' : 'saved',
    why: null,
    savedAtMs: given.savedAtMs,
    conflicts: [],
    refusals: {},
  })
  const state = useSyncExternalStore(
    queue?.subscribe ?? nothing,
    () => queue?.getState() ?? initial,
    () => initial,
  )
  return { queue, state }
}
