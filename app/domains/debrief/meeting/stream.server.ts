import type { Person } from '#app/domains/people/person.ts'
import { findSecretHash, peekSignedIn } from '#app/domains/people/sign-in.server.ts'
import type { Services } from '#app/lib/services.ts'
import { listen } from './changes.server.ts'
import { openDebrief } from './gate.server.ts'

const heartbeatMs = 20_000
/** How long a browser waits before it opens a stream that ended again. */
const retryMs = 1000

/**
 * The revision of a debrief as a stream of server-sent events: once at the beginning and after every change. `here`
 * says that somebody came or went. Before anything is sent, the sign-in and the gate are asked again; when one of them
 * is closed the stream ends.
 * @param of `cookie` is the header of the request, `signal` tells when the browser left
 */
export function streamRevisions(
  services: Services,
  of: { applicationId: string; person: Person; cookie: string | null; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const { applicationId, person, cookie, signal } = of
  const encoder = new TextEncoder()
  let end = (): void => undefined

  function open(controller: ReadableStreamDefaultController<Uint8Array>): void {
    let isOpen = true
    let leave = (): void => undefined
    const send = (text: string) => controller.enqueue(encoder.encode(text))
    const sendRevision = (event: 'change' | 'here' | 'beat') => {
      const revision = findRevision()
      if (revision === undefined) close()
      else
        send(event === 'beat' ? ':\n\n' : `${event === 'here' ? 'event: here\n' : ''}data: ${revision}\n\n`)
    }
    const heartbeat = setInterval(() => sendRevision('beat'), heartbeatMs)
    heartbeat.unref()
    end = () => {
      isOpen = false
      clearInterval(heartbeat)
      signal.removeEventListener('abort', close)
      leave()
    }
    function close(): void {
      if (!isOpen) return
      end()
      controller.close()
    }
    signal.addEventListener('abort', close)
    send(`retry: ${retryMs}\n`)
    sendRevision('change')
    if (signal.aborted) close()
    if (!isOpen) return
    leave = listen(services.db, {
      applicationId,
      person,
      secretHash: findSecretHash(cookie, services) ?? '',
      onChange: sendRevision,
      end: close,
    })
  }

  function findRevision(): number | undefined {
    const user = peekSignedIn(cookie, services)
    if (user?.id !== person.id) return undefined
    const door = openDebrief({ db: services.db, user, now: services.now() }, { applicationId })
    if (!door.ok || door.value.kind === 'waiting') return undefined
    return door.value.debrief?.revision ?? 0
  }

  let isAsked = false
  return new ReadableStream<Uint8Array>(
    {
      // Opened by the first read, so that an answer whose body nobody reads holds nothing open.
      pull(controller) {
        if (!isAsked) open(controller)
        isAsked = true
      },
      cancel() {
        end()
      },
    },
    { highWaterMark: 0 },
  )
}
