import {
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
  type ServerBuild,
} from '@remix-run/node'
import type { NextFunction, Request as Incoming, Response as Outgoing } from 'express'
import type { Services } from '#app/lib/services.ts'
import { answerInWords } from './answer.server.ts'

/**
 * Hands a request to Remix. In place of the package for Express, because that one sends the router's last-resort
 * text to people and cannot tell an answer that set its own Cache-Control from one that did not.
 */
export function handleByRemix(given: { build: ServerBuild; services: Services }) {
  const { build, services } = given
  const handle = createRequestHandler(build, 'production')
  return async (incoming: Incoming, outgoing: Outgoing, next: NextFunction): Promise<void> => {
    try {
      const { cspNonce, requestId } = outgoing.locals
      const clientAddress = incoming.ip ?? 'unknown'
      const answer = await handle(toRequest(incoming, outgoing), {
        cspNonce,
        requestId,
        clientAddress,
        services,
      })
      if (isLastResort(answer)) {
        await answer.body?.cancel()
        answerInWords(incoming, outgoing, answer.status)
        return
      }
      if (answer.headers.get('X-Remix-Catch') === 'yes') {
        const retryAfter = answer.headers.get('Retry-After')
        if (retryAfter !== null) outgoing.setHeader('Retry-After', retryAfter)
        answerInWords(incoming, outgoing, answer.status, await readMessage(answer))
        return
      }
      await send(answer, outgoing)
    } catch (error) {
      next(error)
    }
  }
}

function toRequest(incoming: Incoming, outgoing: Outgoing): Request {
  const controller = new AbortController()
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) controller.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each)
  }
  // Joined as text: a path that begins with two slashes must not become another host.
  const url = new URL(`${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`)
  const { method } = incoming
  if (method === 'GET' || method === 'HEAD') {
    return new Request(url, { method, headers, signal: controller.signal })
  }
  const body = createReadableStreamFromReadable(incoming)
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    body,
    signal: controller.signal,
    duplex: 'half',
  }
  return new Request(url, init)
}

/** What the router itself writes when a resource route or the page threw; no route of ours answers like this. */
function isLastResort(answer: Response): boolean {
  if (answer.headers.get('X-Remix-Error') === 'yes') return true
  return answer.status === 500 && answer.headers.get('Content-Type')?.startsWith('text/plain') === true
}

/** The words of a refusal that a route without a page threw as an answer of its own. */
async function readMessage(answer: Response): Promise<string | undefined> {
  const said: unknown = await answer.json().catch(() => null)
  return typeof said === 'object' && said && 'message' in said ? String(said.message) : undefined
}

async function send(answer: Response, outgoing: Outgoing): Promise<void> {
  outgoing.status(answer.status)
  for (const [name, value] of answer.headers) outgoing.append(name, value)
  if (!answer.headers.has('Cache-Control')) outgoing.setHeader('Cache-Control', 'no-store')
  if (answer.body) await writeReadableStreamToWritable(answer.body, outgoing)
  else outgoing.end()
}
