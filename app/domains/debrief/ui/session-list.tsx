import type { When } from '#app/lib/dates.ts'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { paths } from '#app/paths.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { HeldSession } from '../application-page.ts'

/** The sessions of a candidate; a card that one may not see yet only says that it is closed. */
export function SessionList({ sessions }: { sessions: readonly (HeldSession & { when: When | null })[] }) {
  return (
    <ul>
      {sessions.map((session) => (
        <li
          key={session.sessionId}
          className="grid gap-x-6 gap-y-1 border-b border-line py-2 text-dense last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]"
        >
          <span>
            <TextLink look="plain" to={paths.session(session.sessionId)}>
              {session.name}
            </TextLink>
            <span className="block text-ink-2">
              {session.when ? (
                <time dateTime={session.when.iso} title={session.when.exact}>
                  {session.when.text}
                </time>
              ) : (
                'No date yet'
              )}
            </span>
            {session.status === 'planned' ? null : <StatusTag status={session.status} />}
          </span>
          <ul>
            {session.interviewers.map((person) => (
              <li key={person.id} className="flex min-h-7 flex-wrap items-center justify-between gap-x-3">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  {person.name}
                  {person.isShadow ? <ShadowTag /> : null}
                </span>
                <CardState person={person} />
              </li>
            ))}
            {session.interviewers.length === 0 ? <li className="text-ink-2">Nobody assigned yet</li> : null}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function CardState({ person }: { person: HeldSession['interviewers'][number] }) {
  if (person.scorecardId === null) return <span className="text-ink-2">not open to you</span>
  if (!person.isSubmitted) return <span className="text-ink-2">your scorecard is due</span>
  return (
    <TextLink to={paths.scorecard(person.scorecardId)}>
      Read the scorecard<span className="sr-only"> of {person.name}</span>
    </TextLink>
  )
}
