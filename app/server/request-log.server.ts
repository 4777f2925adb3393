import type { NextFunction, Request, Response } from 'express'
import type { Services } from '#app/lib/services.ts'
import { secretPaths } from './guards.server.ts'

/** One structured line per request, without queries and secrets. */
export function logRequests(services: Services) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now()
    response.on('close', () => {
      const line = {
        requestId: response.locals.requestId,
        method: request.method,
        path: loggablePath(request.originalUrl),
        status: response.statusCode,
        // The browser left before the answer was out; a stream of events ends in no other way.
        ...(response.writableFinished || isStream(response) ? {} : { isCutOff: true }),
        ms: Math.round(performance.now() - startedAt),
      }
      if (response.statusCode >= 500) services.log.error(line, 'request')
      else services.log.info(line, 'request')
    })
    next()
  }
}

function isStream(response: Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream')
}

/** The path of a URL as it may stand in a log: no query, no token, however the address is spelled. */
export function loggablePath(url: string): string {
  const path = url.split('?')[0] ?? ''
  const plain = plainPath(path)
  const secret = secretPaths.find((prefix) => plain.includes(prefix) && !plain.endsWith(prefix))
  return secret ? `${secret}…` : path
}

/** A path as routes match it: whatever the case, decoded, without empty parts. */
function plainPath(path: string): string {
  const decoded = path.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16)))
  return decoded.toLowerCase().replace(/[/\\]+(\.[/\\]+)*/g, '/')
}
