import { data } from '@remix-run/node'
import type { RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'public' } satisfies RouteHandle

// Without this route an unknown address would match nothing, and its page would come without theme and scripts.
export function loader() {
  throw data(null, 404)
}

export const action = loader

export default function UnknownAddress() {
  return null
}
