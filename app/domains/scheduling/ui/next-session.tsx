import { Printer } from 'lucide-react'
import type { When } from '#app/lib/dates.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { HomeSession } from '../home-view.ts'
import { Moment } from '#app/ui/moment.tsx'

/** The session that comes next, large enough to be found at a glance. */
export function NextSession({ session }: { session: HomeSession & { when: When } }) {
  return (
    <article className="mt-7 flex flex-wrap items-start gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-strong text-accent">
          <Moment when={session.when} />
        </p>
        <h2 className="text-title wrap-anywhere">{session.candidateName}</h2>
        <p>
          {session.focus}, {session.minutes} min, {session.questions} questions
        </p>
        <p className="text-dense text-ink-2">{session.panelName}</p>
        <p className="mt-2 max-w-measure text-dense">
          <span className="text-ink-2">You cover </span>
          {session.competencyNames.join(', ')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {session.isCheckedIn ? null : (
          <LinkButton to={paths.briefing(session.sessionId)} variant="primary">
            Read the briefing
          </LinkButton>
        )}
        {session.scorecardId ? (
          <LinkButton
            to={paths.fillScorecard(session.scorecardId)}
            variant={session.isCheckedIn ? 'primary' : undefined}
          >
            Open the scorecard
          </LinkButton>
        ) : null}
        <LinkButton to={paths.print('kit', session.sessionId)}>
          <Printer aria-hidden />
          Print the kit
        </LinkButton>
      </div>
    </article>
  )
}
