import { useEffect, useState, useSyncExternalStore } from 'react'
import { savedKeptForMs } from '#app/domains/scorecards/saving/device-keys.ts'
import { createBrowserQueue } from './browser-queue.ts'
import { outboxOf } from './device-outbox.ts'
import { createSender, type Sender, type Sending } from './sender.ts'

/** How often it looks for what other tabs left behind. */
const lookEveryMs = 60_000

const nothing: Sending = { cards: [], readAtMs: null }

/** Sends a person's waiting words for as long as the page is open, and sweeps what the server has had for long. */
export function useSender(
  personId: string,
  exceptCardId: string | undefined,
): { sending: Sending; sender: Sender } {
  const [sender] = useState(() => openSender(personId, exceptCardId))
  useEffect(() => {
    const hurry = () => void sender.hurry().catch(() => undefined)
    sender.start()
    hurry()
    void outboxOf(personId)
      .sweep(Date.now() - savedKeptForMs)
      .catch(() => undefined)
    const timer = setInterval(hurry, lookEveryMs)
    window.addEventListener('online', hurry)
    document.addEventListener('visibilitychange', hurry)
    return () => {
      sender.stop()
      clearInterval(timer)
      window.removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
    }
  }, [sender, personId])
  const sending = useSyncExternalStore(sender.subscribe, sender.getState, () => nothing)
  return { sending, sender }
}

function openSender(personId: string, exceptCardId: string | undefined): Sender {
  return createSender({
    outbox: outboxOf(personId),
    exceptCardId,
    now: () => Date.now(),
    openQueue: (scorecardId) => createBrowserQueue({ personId, scorecardId, fields: {}, savedAtMs: null }),
  })
}
