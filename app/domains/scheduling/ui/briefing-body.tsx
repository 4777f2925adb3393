import { Form } from '@remix-run/react'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import type { When } from '#app/lib/dates.ts'
import type { FieldErrors } from '#app/lib/result.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Briefing } from '../briefing-view.ts'
import { BriefingAdvice } from './briefing-advice-list.tsx'
import { BriefingPlan, OtherInterviews } from './briefing-plan.tsx'
import { CvLink } from './cv-link.tsx'

type BriefingBodyProps = {
  briefing: Briefing
  when: When | null
  /** "checked in 13:58"; null before. */
  checkedIn: string | null
  errors: FieldErrors | undefined
}

/** Before the session: what to ask, what others ask, whom one meets, and the door to the scorecard. */
export function BriefingBody({ briefing, when, checkedIn, errors }: BriefingBodyProps) {
  const { candidate, own, people, panel, role, mayLook } = briefing
  const isOpen = briefing.status === 'planned' && !briefing.isWithdrawn
  const door = own && isOpen ? <Door own={own} /> : null
  return (
    <>
      <PageHead
        crumbs={[
          ...(mayLook ? [{ to: paths.schedule(), label: 'Schedule' }] : []),
          { to: paths.session(briefing.sessionId), label: 'Session' },
        ]}
        title={`Briefing: ${candidate.name}, ${briefing.focus}`}
        lead={
          mayLook ? (
            <>
              <TextLink to={paths.panel(panel.id)}>{briefing.panelName}</TextLink>, for the role{' '}
              <TextLink to={paths.role(role.id)}>{role.name}</TextLink>
            </>
          ) : (
            `${briefing.panelName}, for the role ${role.name}`
          )
        }
        actions={door}
      />
      <ErrorSummary errors={errors} title="You are not checked in" />
      {isOpen ? null : (
        <Note className="mt-3" title="This session is not held as planned.">
          It was cancelled, or the candidate did not come or withdrew. Its scorecards are not owed.
        </Note>
      )}
      <Facts
        facts={[
          { label: 'When', value: when ? <Moment when={when} /> : 'No time yet', isWide: true },
          { label: 'Interview', value: briefing.letter, detail: briefing.place },
          { label: 'Minutes', value: briefing.minutes, detail: minutesWords(briefing) },
          ...(own ? [{ label: 'You', value: checkedIn ?? 'not checked in yet' }] : []),
        ]}
      />
      <Columns layout="aside">
        <BriefingPlan briefing={briefing} />
        <div>
          <Section title="Candidate" isFirst>
            <p className="font-semibold wrap-anywhere">
              {mayLook ? (
                <TextLink to={paths.candidate(candidate.id)}>{candidate.name}</TextLink>
              ) : (
                candidate.name
              )}
            </p>
            <p className="text-dense text-ink-2">
              Code <code>{candidate.code}</code>
            </p>
            {candidate.cvUrl === null ? null : (
              <p className="mt-1.5">
                <CvLink href={candidate.cvUrl} />
              </p>
            )}
          </Section>
          <Section title="In the room">
            <ul>
              {people.map(({ name, isSelf, isShadow }) => (
                <li key={name} className="wrap-anywhere">
                  {name}
                  {isSelf ? <span className="text-ink-2">, you</span> : null}
                  {isShadow ? (
                    <span className="ml-2">
                      <ShadowTag />
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
            {people.length === 0 ? <p className="text-ink-2">Nobody yet.</p> : null}
          </Section>
          <OtherInterviews briefing={briefing} />
        </div>
      </Columns>
      <BriefingAdvice />
      {door ? (
        <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t-[1.5px] border-rule pt-4 print:hidden">
          {door}
          <span className="text-dense text-ink-2">
            {checkedIn === null
              ? 'Those who arrange the interviews see that you are there.'
              : `You ${checkedIn}.`}
          </span>
        </div>
      ) : null}
    </>
  )
}

/** Checks in the first time; afterwards only opens the card. */
function Door({ own }: { own: NonNullable<Briefing['own']> }) {
  if (own.isHandedIn) {
    return (
      <LinkButton to={paths.scorecard(own.scorecardId)} variant="primary">
        Read my scorecard
      </LinkButton>
    )
  }
  if (own.checkedInAtMs !== null) {
    return (
      <LinkButton to={paths.fillScorecard(own.scorecardId)} variant="primary">
        Open my scorecard
      </LinkButton>
    )
  }
  return (
    <Form method="post" className="print:hidden">
      <Button type="submit" variant="primary">
        Check in and open the scorecard
      </Button>
    </Form>
  )
}

function minutesWords({ plannedMinutes, freeMinutes, questions }: Briefing): string {
  const planned = `${questions.length} ${questions.length === 1 ? 'question' : 'questions'} take ${plannedMinutes}`
  return freeMinutes < 0 ? `${planned}: ${-freeMinutes} too many` : `${planned}, ${freeMinutes} free`
}
