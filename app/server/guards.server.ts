import type { NextFunction, Request, Response } from 'express'
import type { Services } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import { answerInWords } from './answer.server.ts'

const localHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

type Middleware = (request: Request, response: Response, next: NextFunction) => void

/**
 * Answers only under the names that are ours, so that a foreign name pointed at this machine gets nothing;
 * and only by https everywhere but on this machine.
 */
export function guardHost(services: Pick<Services, 'env'>): Middleware {
  const own = services.env.APP_URL ? new URL(services.env.APP_URL) : null
  return (request, response, next) => {
    const host = (request.headers.host ?? '').toLowerCase()
    const name = host.replace(/:\d+$/, '')
    const isLocal = localHosts.has(name)
    if (!isLocal && request.protocol !== 'https') {
      answerInWords(request, response, 426)
      return
    }
    if (!isLocal && host !== own?.host) {
      const detail = own
        ? undefined
        : 'Set APP_URL to the address that people type, and start Panelist again.'
      answerInWords(request, response, 421, detail)
      return
    }
    // A proxy may pass on its own idea of the host. Remix compares the Origin with these headers, so they hold the
    // name that was just checked, and nothing a caller made up.
    delete request.headers['x-forwarded-host']
    if (own && request.protocol === 'https') request.headers.host = own.host
    next()
  }
}

/**
 * Refuses every request that changes something and does not come from our own pages. Remix checks this on pages only,
 * not on resource routes.
 */
export function guardOrigin(services: Pick<Services, 'env'>): Middleware {
  const own = services.env.APP_URL ? new URL(services.env.APP_URL).host : null
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next()
      return
    }
    if (isSameOrigin(request, own)) next()
    else {
      const detail =
        'This form came from another site, or your browser hid where it came from. Open the page here and try again.'
      answerInWords(request, response, 403, detail)
    }
  }
}

function isSameOrigin(request: Request, own: string | null): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const origin = request.headers.origin
  if (origin === undefined) return site === 'same-origin'
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.headers.host?.toLowerCase() || host === own
}

/** The paths whose last part is a secret; logs show them without it. */
export const secretPaths: readonly string[] = [
  paths.setUp(''),
  paths.invitation(''),
  paths.resetPassword(''),
  paths.enterDemo(''),
  paths.guestLink(''),
]
