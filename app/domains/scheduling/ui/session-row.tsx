import { TriangleAlert } from 'lucide-react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SessionItem } from '../session-view.ts'
import { Moment } from '#app/ui/moment.tsx'

/** A session's state with its shape: planned, held, cancelled, did not come, withdrawn. */
function SessionStatusTag({ session }: { session: SessionItem }) {
  if (session.status !== 'planned') return <StatusTag status={session.status} />
  if (session.isWithdrawn) return <StatusTag status="withdrawn" />
  return <StatusTag status={session.isOver ? 'held' : 'planned'} />
}

/** One session of a candidate in a list: when, what, with whom, how its cards stand. */
export function SessionRow({ session }: { session: SessionItem }) {
  const { when, span, interviewers } = session
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0 md:grid-cols-[17rem_minmax(0,1fr)_auto] print:break-inside-avoid">
      <div className="tabular-nums">
        {when ? <Moment when={when} /> : <span className="text-ink-2">Time to be agreed</span>}
        <div className="text-dense text-ink-2">{span ?? `${session.minutes} min`}</div>
      </div>
      <div className="min-w-0">
        <TextLink look="plain" to={paths.session(session.id)} className="wrap-anywhere">
          {session.letter} {session.focus}
        </TextLink>
        <div className="text-dense text-ink-2">
          {interviewers.map(({ name, isShadow }) => (isShadow ? `${name} (shadow)` : name)).join(', ') ||
            'Nobody interviews yet'}
        </div>
        {session.conflicts.map((words) => (
          <p key={words} className="mt-0.5 flex gap-1.5 text-dense font-semibold text-amber">
            <TriangleAlert aria-hidden className="mt-px flex-none" />
            <span>Conflict: {words}</span>
          </p>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 md:flex-col md:items-end">
        <SessionStatusTag session={session} />
        {session.standing ? <span className="text-dense text-ink-2">{session.standing}</span> : null}
        <OwnCard session={session} />
      </div>
    </li>
  )
}

function OwnCard({ session }: { session: SessionItem }) {
  if (session.ownScorecardId === null || session.status !== 'planned' || session.isWithdrawn) return null
  return (
    <LinkButton to={paths.fillScorecard(session.ownScorecardId)} size="small" className="print:hidden">
      Open scorecard
    </LinkButton>
  )
}
