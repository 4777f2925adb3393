import type { Request, Response, NextFunction } from 'express'
import helmet from 'helmet'
import type { Services } from '#app/lib/services.ts'

type Locals = { locals: { cspNonce: string } }

/** Helmet's headers, and a content security policy with a nonce of this request. */
export function securityHeaders(services: Pick<Services, 'env'>) {
  const isHttps = services.env.APP_URL?.startsWith('https:') === true
  const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Locals).locals.cspNonce}'`
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", nonce],
        // The server renders sizes and positions as style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
  })
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
    protect(request, response, next)
  }
}
