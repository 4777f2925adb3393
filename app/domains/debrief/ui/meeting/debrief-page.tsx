import { useState, type ReactNode } from 'react'
import type { MeetingAnswer } from '#app/domains/debrief/meeting/meeting-answer.ts'
import type { MeetingPage } from '#app/domains/debrief/meeting/debrief-page.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DebriefReady } from './debrief-ready.tsx'
import { LiveWords } from './live-words.tsx'
import { MeetingProvider } from './meeting-form.tsx'
import { MeetingRoom } from './meeting-room.tsx'
import { useLive } from './use-live.ts'

type DebriefPageProps = {
  page: MeetingPage
  answered: MeetingAnswer | undefined
  /** What stands at the last point of the agenda. */
  decision: ReactNode
}

/** The live debrief of one candidate, before it starts, under way and once it is locked. */
export function DebriefPage({ page, answered, decision }: DebriefPageProps) {
  const { head, meeting } = page
  const { applicationId } = head
  const live = useLive(applicationId, meeting?.revision ?? 0)
  const [pinned, pin] = useState<string | null>(null)
  return (
    <MeetingProvider value={{ applicationId, answered, pin }}>
      <PageHead
        title={`Debrief: ${head.candidateName}`}
        crumbs={debriefCrumbs(head)}
        status={meeting && meeting.lockedAtMs !== null ? <StatusTag status="sealed" label="Locked" /> : null}
        actions={
          <>
            <LiveWords live={live} applicationId={applicationId} />
            <LinkButton to={paths.application(applicationId)}>All evidence</LinkButton>
          </>
        }
      />
      {meeting ? <MeetingRoom {...{ page, meeting, pinned, decision }} /> : <DebriefReady page={page} />}
    </MeetingProvider>
  )
}

/** Where a debrief stands: below the candidate's page. */
export function debriefCrumbs(head: MeetingPage['head']) {
  return [
    { to: paths.panels(), label: 'Panels' },
    { to: paths.panel(head.panelId), label: head.panelName },
    { to: paths.comparison(head.panelId), label: 'Comparison' },
    { to: paths.application(head.applicationId), label: head.candidateName },
  ]
}
