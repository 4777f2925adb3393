/** A stream of server-sent events, read as it comes. */
export type EventReader = {
  status: number
  headers: Headers
  /** The next block of lines, without heartbeats; null once the stream has ended. */
  next: () => Promise<string | null>
  leave: () => Promise<void>
}

/** Opens a stream as a browser does. */
export async function openEvents(
  url: string,
  given: { cookie: string; headers?: Record<string, string> },
): Promise<EventReader> {
  const abort = new AbortController()
  const answer = await fetch(url, {
    headers: {
      Accept: 'text/event-stream',
      'Accept-Encoding': 'gzip, br',
      Cookie: given.cookie,
      ...given.headers,
    },
    redirect: 'manual',
    signal: abort.signal,
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let kept = ''
  return {
    status: answer.status,
    headers: answer.headers,
    async next() {
      for (;;) {
        const end = kept.indexOf('\n\n')
        if (end !== -1) {
          const block = kept.slice(0, end)
          kept = kept.slice(end + 2)
          if (block !== ':') return block
          continue
        }
        const read = await reader?.read()
        if (!read || read.done) return null
        kept += read.value
      }
    },
    async leave() {
      await reader?.cancel().catch(() => undefined)
      abort.abort()
    },
  }
}
