import '@remix-run/node'
import type { Services } from '#app/lib/services.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    /** Goes on every script and style element of the document; a new one for each request. */
    cspNonce: string
    /** The same id as in the X-Request-Id header and in the log. */
    requestId: string
    /** The address the request came from, behind a proxy on this machine the one it names. */
    clientAddress: string
    services: Services
  }
}
