import { CloudOff, RefreshCw, TriangleAlert } from 'lucide-react'
import { paths } from '#app/paths.ts'
import type { Live } from './use-live.ts'

/** How the page hears of changes, in words; nothing while it is simply live. */
export function LiveWords({ live, applicationId }: { live: Live; applicationId: string }) {
  return (
    <span role="status" className="text-dense empty:hidden print:hidden">
      {live === 'asking' ? (
        <span className="inline-flex items-center gap-1.5 text-ink-2">
          <RefreshCw aria-hidden /> Asks for changes every five seconds
        </span>
      ) : null}
      {live === 'offline' ? (
        <span className="inline-flex items-center gap-1.5 font-semibold text-amber">
          <CloudOff aria-hidden /> No connection: this page stands still until it is back
        </span>
      ) : null}
      {live === 'signed-out' ? (
        <span className="inline-flex items-center gap-1.5 font-semibold text-amber">
          <TriangleAlert aria-hidden />
          <span>
            You are signed out.{' '}
            <a
              href={paths.signIn(paths.debrief(applicationId))}
              target="_blank"
              rel="noreferrer"
              className="underline underline-offset-3"
            >
              Sign in in another tab
            </a>
            , and this page goes on
          </span>
        </span>
      ) : null}
    </span>
  )
}
