import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { SendAgain, keptOf } from './send-again.tsx'
import { describeStatus } from './error-words.ts'
import { ErrorPage as ErrorWords } from '#app/ui/error-page.tsx'

/**
 * The page for whatever no route caught; a route that has better words for its 403 and 404 shows its own.
 * `isInside` leaves out logo and landmark, for boundaries within the shell.
 */
export function ErrorPage({ isInside }: { isInside?: boolean | undefined }) {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const words = describeStatus(status)
  const { pathname, search } = useLocation()
  const kept = isRouteErrorResponse(error) ? keptOf(error.data) : []
  // Only a text that a route wrote for people, as `{ message }`, is shown: the router's own strings and bugs are not.
  const detail = isRouteErrorResponse(error) && status < 500 ? messageOf(error.data) : undefined
  return (
    <>
      <title>{`${words.title} · Panelist`}</title>
      <ErrorWords title={words.title} status={status} isInside={isInside}>
        {detail || words.advice}
        {kept.length > 0 ? <SendAgain action={pathname + search} kept={kept} /> : null}
      </ErrorWords>
    </>
  )
}

function messageOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined
  return typeof data.message === 'string' ? data.message : undefined
}
