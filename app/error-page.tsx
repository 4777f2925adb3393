import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'
import { describeStatus } from './error-words.ts'

/** The page for whatever no route caught; a route that has better words for its 403 and 404 shows its own. */
export function ErrorPage() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const words = describeStatus(status)
  // Only a text that a route wrote for people is shown; a bug's message never is.
  const detail =
    isRouteErrorResponse(error) && status < 500 && typeof error.data === 'string' ? error.data : undefined
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <title>{`${words.title} · Panelist`}</title>
      <p className="text-sm">{status}</p>
      <h1 className="mt-1 text-xl font-semibold">{words.title}</h1>
      <p className="mt-3">{detail || words.advice}</p>
      <p className="mt-6">
        <Link to="/" className="underline">
          Go to the start page
        </Link>
      </p>
    </main>
  )
}
