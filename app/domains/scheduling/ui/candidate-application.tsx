import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SessionItem } from '../session-view.ts'
import { SessionRow } from './session-row.tsx'

type CandidateApplicationProps = {
  application: {
    id: string
    panel: { id: string; name: string; roleName: string; isArchived: boolean }
    isWithdrawn: boolean
    sessions: SessionItem[]
    unplanned: number
    isPublished: boolean
  }
  isFirst: boolean
  mayEdit: boolean
  maySchedule: boolean
  isErased: boolean
}

/** A candidate on one panel: the sessions of the loop, what to print, what to do next. */
export function CandidateApplication(props: CandidateApplicationProps) {
  const { application, isFirst, mayEdit, maySchedule, isErased } = props
  const { id, panel, sessions, isWithdrawn } = application
  const mayPlan = maySchedule && !isWithdrawn && application.isPublished && application.unplanned > 0
  const plan = (
    <LinkButton to={paths.planLoop(id)} variant={sessions.length === 0 ? 'primary' : undefined}>
      {sessions.length === 0 ? 'Plan the interviews' : `Plan ${application.unplanned} more`}
    </LinkButton>
  )
  return (
    <Section
      isFirst={isFirst}
      title={
        <TextLink look="plain" to={paths.panel(panel.id)}>
          {panel.name}
        </TextLink>
      }
      aside={isWithdrawn ? <StatusTag status="withdrawn" /> : panel.roleName}
    >
      {sessions.length === 0 ? (
        <EmptyState title="No interview planned" action={mayPlan ? plan : null}>
          {isWithdrawn
            ? 'The candidate was withdrawn before any interview was planned.'
            : application.isPublished
              ? 'One step makes the sessions of the whole loop, with times and interviewers from the panel.'
              : 'The panel is still a draft. Once it is published, its interviews can be planned.'}
        </EmptyState>
      ) : (
        <ul>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-2 print:hidden">
        {sessions.length > 0 && mayPlan ? plan : null}
        {sessions.length > 0 && !isErased ? (
          <>
            <LinkButton to={paths.application(id)}>Evidence</LinkButton>
            {maySchedule ? <LinkButton to={paths.print('loop', id)}>Print the whole loop</LinkButton> : null}
          </>
        ) : null}
        {mayEdit && !isErased ? (
          <Form method="post">
            <input type="hidden" name="applicationId" value={id} />
            <Button type="submit" variant="quiet" name="intent" value={isWithdrawn ? 'restore' : 'withdraw'}>
              {isWithdrawn ? 'Restore to this panel' : 'Withdraw from this panel'}
            </Button>
          </Form>
        ) : null}
      </div>
    </Section>
  )
}
