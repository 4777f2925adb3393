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
        // The browser left before the answer was out.
        ...(response.writableFinished ? {} : { isCutOff: true }),
        ms: Math.round(performance.now() - startedAt),
      }
      if (response.statusCode >= 500) services.log.error(line, 'request')
      else services.log.info(line, 'request')
    })
    next()
  }
}

/** The path of a URL as it may stand in a log: no query, no token. */
export function loggablePath(url: string): string {
  const path = url.split('?')[0] ?? ''
  // Routes match whatever the case.
  const lower = path.toLowerCase()
  const secret = secretPaths.find((prefix) => lower.startsWith(prefix) && path.length > prefix.length)
  return secret ? `${secret}…` : path
}
