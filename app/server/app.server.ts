import { randomBytes, randomUUID } from 'node:crypto'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { sql } from 'drizzle-orm'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { answerInWords } from './answer.server.ts'
import { autosave } from './autosave.server.ts'
import { limitBody, refuseBadUrl } from './body-limits.server.ts'
import { sayWhenDiskIsFull } from './disk-full.server.ts'
import { guardHost, guardOrigin } from './guards.server.ts'
import { logRequests } from './request-log.server.ts'
import { handleByRemix } from './remix.server.ts'
import { securityHeaders } from './security-headers.server.ts'

/** Pages are compressed anew for everybody: measured on a comparison of 2,000, a third of the time of level 6 for an eighth more bytes. */
const pageCompression = 4

/** Facts of one request that the middleware hands on. */
export type RequestLocals = { cspNonce: string; requestId: string }

/**
 * The web server: everything that is true for every request, then Remix.
 * @param given `clientDir` is the folder of the built client files
 */
export function createApp(given: { build: ServerBuild; services: Services; clientDir: string }): Express {
  const { build, services, clientDir } = given
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', services.env.TRUST_PROXY)

  app.use((_request, response, next) => {
    const locals: RequestLocals = { cspNonce: randomBytes(16).toString('base64'), requestId: randomUUID() }
    Object.assign(response.locals, locals)
    response.setHeader('X-Request-Id', locals.requestId)
    next()
  })
  app.use(logRequests(services))
  app.use(securityHeaders(services))
  app.use(refuseBadUrl)
  app.get(paths.health(), (_request, response) => {
    services.db.get(sql`select 1`)
    response.setHeader('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  app.use(guardHost(services))
  app.use(guardOrigin(services))
  app.use(limitBody)
  // Before compression and files: saves are many, small and never either.
  app.use(autosave(services))
  const files = { index: false, redirect: false } as const
  const scripts = express.static(`${clientDir}/assets`, { ...files, immutable: true, maxAge: '1y' })
  app.use('/assets', compression(), scripts)
  app.use('/assets', (request, response) => answerInWords(request, response, 404))
  app.use(compression({ level: pageCompression }))
  // Browsers look for a new version by comparing this file, which must therefore never come from a cache.
  app.get(paths.serviceWorker(), (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile('sw.js', { root: clientDir, cacheControl: false })
  })
  app.use(express.static(clientDir, { ...files, maxAge: '1h' }))
  // Endpoints that bypass Remix are mounted here: whatever stands above holds for them too.
  app.use(handleByRemix({ build: sayWhenDiskIsFull(build), services }))
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const status = clientErrorStatus(error)
    if (!status) services.log.error({ err: error, requestId: response.locals.requestId }, 'request failed')
    if (response.headersSent) next(error)
    else answerInWords(request, response, status ?? 500)
  })
  return app
}

/** The 4xx that a middleware marked its error with, such as a path with a NUL in it. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined
  return error.status >= 400 && error.status < 500 ? error.status : undefined
}
