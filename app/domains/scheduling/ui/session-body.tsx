import { Form } from '@remix-run/react'
import { Printer } from 'lucide-react'
import { versionWords } from '#app/domains/panels/forms/panel-form.ts'
import type { When } from '#app/lib/dates.ts'
import type { FieldErrors } from '#app/lib/result.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SessionPage } from '../session-page.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ReaderWarnings } from './reader-warnings.tsx'
import { SessionGuests, type ListedGuest } from './session-guests.tsx'
import { SessionPeople } from './session-people.tsx'
import { SessionTime } from './session-time.tsx'
import { UnprintableNote } from './unprintable-note.tsx'

type SessionBodyProps = {
  session: SessionPage
  when: When | null
  local: { date: string; time: string } | null
  zone: string
  /** When people checked in, in words, by their id. */
  checkedIn: Readonly<Record<string, string>>
  guests: readonly ListedGuest[]
  /** Characters of the names that no bundled font can print. */
  unprintable: readonly string[]
  errors: FieldErrors | undefined
}

/** A session: when, who, what to print, and what an organiser changes. */
export function SessionBody({
  session,
  when,
  local,
  zone,
  checkedIn,
  guests,
  unprintable,
  errors,
}: SessionBodyProps) {
  const { own, may, status } = session
  const isPlanned = status === 'planned'
  return (
    <>
      <PageHead
        crumbs={may.look ? [{ to: paths.schedule(), label: 'Schedule' }] : []}
        title={`${session.candidateName}, ${session.focus}`}
        status={<StatusTag status={status} />}
        lead={
          may.look ? (
            <>
              <TextLink to={paths.candidate(session.candidateId)}>{session.candidateName}</TextLink> on{' '}
              <TextLink to={paths.panel(session.panelId)}>{session.panelName}</TextLink>
            </>
          ) : (
            `${session.candidateName} on ${session.panelName}`
          )
        }
        actions={
          own && isPlanned ? (
            <>
              {own.isHandedIn ? null : (
                <LinkButton
                  to={paths.briefing(session.sessionId)}
                  variant={own.checkedInAtMs === null ? 'primary' : undefined}
                >
                  Read the briefing
                </LinkButton>
              )}
              <LinkButton
                to={own.isHandedIn ? paths.scorecard(own.scorecardId) : paths.fillScorecard(own.scorecardId)}
                variant={own.isHandedIn || own.checkedInAtMs !== null ? 'primary' : undefined}
              >
                {own.isHandedIn ? 'Read my scorecard' : 'Open my scorecard'}
              </LinkButton>
            </>
          ) : (
            <LinkButton to={paths.briefing(session.sessionId)}>Briefing</LinkButton>
          )
        }
      />
      <Facts
        facts={[
          { label: 'When', value: when ? <Moment when={when} /> : 'No time yet', isWide: true },
          {
            label: 'Interview',
            value: `${session.letter} ${session.focus}`,
            detail: `${session.minutes} min`,
          },
          { label: 'Questions', value: session.questions },
          { label: 'Scorecards in', value: `${session.submitted} of ${session.owed}` },
          { label: 'Panel', value: versionWords({ number: session.panelVersion, form: session.panelForm }) },
        ]}
      />
      {errors ? <ErrorSummary errors={errors} /> : null}
      {session.warnings.map((warning) => (
        <div key={warning} className="mt-3">
          <Note tone="attention">{warning}</Note>
        </div>
      ))}
      {!isPlanned ? (
        <div className="mt-3">
          <Note
            tone="attention"
            title={status === 'cancelled' ? 'This session is cancelled.' : 'The candidate did not come.'}
            action={may.schedule ? <SetStatus status="planned" label="Plan it again" /> : undefined}
          >
            Its scorecards are not owed.
            {may.schedule ? <ReaderWarnings readers={session.readers} /> : null}
          </Note>
        </div>
      ) : null}
      <Columns layout="halves">
        <Section title="Interviewers" aside={session.owed}>
          <SessionPeople session={session} checkedIn={checkedIn} />
          {may.schedule ? (
            <SessionGuests sessionId={session.sessionId} isPlanned={isPlanned} guests={guests} />
          ) : null}
        </Section>
        <Section title="Print">
          <div className="flex flex-wrap gap-2">
            <PrintLink to={paths.print('kit', session.sessionId)}>Kit</PrintLink>
            <PrintLink to={paths.print('kit', session.sessionId, { as: 'scorecard' })}>
              Blank scorecard
            </PrintLink>
            {own && isPlanned && !own.isHandedIn ? (
              <PrintLink to={paths.print('form', own.scorecardId)}>My scorecard to fill offline</PrintLink>
            ) : null}
          </div>
          {isPlanned && (may.transcribe || own?.isHandedIn === false) ? (
            <p className="mt-2 text-dense">
              <TextLink to={paths.importForms()}>Bring a form back that was filled offline</TextLink>
            </p>
          ) : null}
          <UnprintableNote characters={unprintable} />
          <h3 className="mt-6 font-semibold">You cover</h3>
          <p className="text-dense">{session.competencyNames.join(', ')}</p>
          <h3 className="mt-3 font-semibold">Others cover</h3>
          <ul className="text-dense">
            {session.others.map((other) => (
              <li key={other.letter}>
                {other.letter} {other.focus}: {other.competencyNames.join(', ')}
              </li>
            ))}
          </ul>
        </Section>
      </Columns>
      {may.schedule && isPlanned ? (
        <Section title="Change">
          <SessionTime local={local} zone={zone} errors={errors} />
          <div className="mt-4 flex flex-wrap gap-2">
            <SetStatus status="cancelled" label="Cancel the session" />
            <SetStatus status="no-show" label="The candidate did not come" />
          </div>
        </Section>
      ) : null}
    </>
  )
}

function SetStatus({ status, label }: { status: SessionPage['status']; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="status" />
      <input type="hidden" name="status" value={status} />
      <Button type="submit">{label}</Button>
    </Form>
  )
}

function PrintLink({ to, children }: { to: string; children: string }) {
  return (
    <LinkButton to={to}>
      <Printer aria-hidden />
      {children}
    </LinkButton>
  )
}
