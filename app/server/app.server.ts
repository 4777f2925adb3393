import { randomBytes, randomUUID } from 'node:crypto'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { sql } from 'drizzle-orm'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { answerInWords } from './answer.server.ts'
import { autosave } from './autosave.server.ts'
import { limitBody, refuseBadUrl } from './body-limits.server.ts'
import { guardHost, guardOrigin } from './guards.server.ts'
import { logRequests } from './request-log.server.ts'
import { securityHeaders } from './security-headers.server.ts'

/** Facts of one request that the middleware hands on. */
export type RequestLocals = { cspNonce: string; requestId: string }

/**
 * The web server: everything that is true for every request, then Remix.
 * @param given `publicDir` is the folder of the built client files
 */
export function createApp(given: { build: ServerBuild; services: Services; clientDir: string }): Express {
  const { build, services, clientDir } = given
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')

  app.use((_request, response, next) => {
    const locals: RequestLocals = { cspNonce: randomBytes(16).toString('base64'), requestId: randomUUID() }
    Object.assign(response.locals, locals)
    response.setHeader('X-Request-Id', locals.requestId)
    next()
  })
  app.use(logRequests(services))
  app.use(securityHeaders(services))
  app.use(refuseBadUrl)
  app.use(guardHost(services))
  app.use(compression())
  app.use('/assets', express.static(`${clientDir}/assets`, { immutable: true, maxAge: '1y', index: false }))
  app.use(express.static(clientDir, { maxAge: '1h', index: false }))
  app.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  app.get(paths.health(), (_request, response) => {
    services.db.get(sql`select 1`)
    response.json({ status: 'ok' })
  })
  app.use(guardOrigin(services))
  app.use(limitBody)
  app.use(autosave(services))

  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request, response) => ({
        cspNonce: response.locals.cspNonce,
        requestId: response.locals.requestId,
        clientAddress: request.ip ?? 'unknown',
        services,
      }),
    }),
  )
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    services.log.error({ err: error, requestId: response.locals.requestId }, 'request failed')
    if (response.headersSent) next(error)
    else answerInWords(request, response, 500)
  })
  return app
}
