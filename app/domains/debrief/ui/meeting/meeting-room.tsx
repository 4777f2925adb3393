import { Link, useSearchParams } from '@remix-run/react'
import { ArrowLeft, ArrowRight, Lock } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { findNeighbour, findShown, listPoints } from '#app/domains/debrief/meeting/agenda-walk.ts'
import { decideKey } from '#app/domains/debrief/meeting/meeting-view.ts'
import type { MeetingPage, MeetingState } from '#app/domains/debrief/meeting/debrief-page.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { AddTopic, AgendaList } from './agenda-list.tsx'
import { DecideSection } from './decide-section.tsx'
import { MeetingForm, useMeeting } from './meeting-form.tsx'
import { MeetingNews } from './meeting-news.tsx'
import { OwnRatings } from './own-ratings.tsx'
import { NextSpeaker, SpeakerList } from './speaker-list.tsx'
import { TimerFace, TimerWords } from './timer-face.tsx'
import { TopicSection } from './topic-section.tsx'
import { useMeetingKeys } from './use-meeting-keys.ts'

type MeetingRoomProps = {
  page: MeetingPage
  meeting: MeetingState
  /** The point at which somebody is writing, which the page then does not leave by itself. */
  pinned: string | null
  decision: ReactNode
}

/** A debrief under way: agenda, the point in view, who speaks and for how long. */
export function MeetingRoom({ page, meeting, pinned, decision }: MeetingRoomProps) {
  const { view, isLead, speakers } = page
  const { applicationId } = page.head
  const [params, setParams] = useSearchParams()
  const points = listPoints(view)
  const keys = points.map((point) => point.key)
  const shared =
    meeting.closed === null ? findShown(keys, { looked: null, pinned: null, shared: meeting.topicKey }) : null
  const shown = findShown(keys, { looked: params.get('topic'), pinned, shared: meeting.topicKey })
  const topic = view.agenda.find((entry) => entry.key === shown)
  const mayLead = isLead && meeting.closed === null
  const rater = { levels: view.scale.levels, ownCardIds: meeting.closed === null ? page.ownCardIds : [] }
  const name = points.find((point) => point.key === shown)?.name ?? ''
  const follow = () => setParams(new URLSearchParams(), { replace: true, preventScrollReset: true })
  useMeetingKeys({ keys, shown, mayLead, meeting, speakerCount: speakers.length })
  return (
    <div className="mt-4 grid gap-x-7 gap-y-6 xl:grid-cols-[13rem_minmax(0,1fr)_15rem]">
      <MeetingNews shared={points.find((point) => point.key === shared)?.name} {...{ meeting, speakers }} />
      <nav aria-label="Agenda" className="print:hidden">
        <h2 className="mb-1.5 text-head">Agenda</h2>
        <AgendaList {...{ applicationId, points, shown, shared }} />
        {mayLead ? <AddTopic others={view.others} /> : null}
      </nav>
      <section aria-labelledby="topic" className="min-w-0">
        {meeting.closed === null ? null : (
          <Note tone="calm" icon={Lock} className="mb-3" title={meeting.closed} />
        )}
        <TopicHead
          {...{ applicationId, keys, shown, name, shared, mayLead, follow }}
          sharedName={points.find((point) => point.key === shared)?.name ?? ''}
        />
        {meeting.closed === null ? <NowWords {...{ page, meeting }} /> : null}
        {topic ? (
          <TopicSection {...{ topic, rater, mayLead }} />
        ) : (
          <DecideSection view={view}>{shown === decideKey ? decision : null}</DecideSection>
        )}
        <OwnRatings
          {...{ rater, shown }}
          rated={view.rated}
          shownQuestionIds={topic?.questions.map((question) => question.questionId) ?? []}
        />
      </section>
      <aside
        aria-label="Time and speakers"
        className="min-w-0 max-xl:border-t max-xl:border-line max-xl:pt-4 print:hidden"
      >
        {meeting.closed === null ? (
          <div className="mb-4">
            <h2 className="mb-1.5 text-head">Time</h2>
            <TimerFace endsAtMs={meeting.timerEndsAtMs} nowMs={page.nowMs} mayLead={mayLead} />
          </div>
        ) : null}
        <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-head">Who speaks</h2>
          {mayLead ? <NextSpeaker turn={meeting.turn} count={speakers.length} /> : null}
        </div>
        <SpeakerList
          {...{ speakers, mayLead }}
          alsoHere={page.alsoHere}
          personId={page.personId}
          turn={meeting.closed === null ? meeting.turn : null}
        />
        <p className="mt-3 text-label text-ink-2">{meeting.leadName} started this debrief.</p>
      </aside>
    </div>
  )
}

/** Who speaks and for how long, where the column that says so stands below. */
function NowWords({ page, meeting }: Pick<MeetingRoomProps, 'page' | 'meeting'>) {
  const speaker = page.speakers[meeting.turn]
  return (
    <p className="mb-1 flex flex-wrap gap-x-3 text-dense xl:hidden print:hidden">
      <span>{speaker ? `${speaker.name} speaks now` : 'Everybody has spoken'}</span>
      <TimerWords endsAtMs={meeting.timerEndsAtMs} nowMs={page.nowMs} />
    </p>
  )
}

type TopicHeadProps = {
  applicationId: string
  keys: readonly string[]
  shown: string
  name: string
  /** Where the meeting is; null once it is over. */
  shared: string | null
  sharedName: string
  mayLead: boolean
  follow: () => void
}

/** The name of the point in view, the way to those beside it, and what to do when the meeting is elsewhere. */
function TopicHead({
  applicationId,
  keys,
  shown,
  name,
  shared,
  sharedName,
  mayLead,
  follow,
}: TopicHeadProps) {
  const { pin } = useMeeting()
  const heading = useRef<HTMLHeadingElement>(null)
  const before = findNeighbour(keys, shown, -1)
  const after = findNeighbour(keys, shown, 1)
  const isElsewhere = shared !== null && shared !== shown
  const last = useRef(shown)
  useEffect(() => {
    if (last.current === shown) return
    last.current = shown
    // What had the focus went with the point before: whoever works by keyboard goes on here.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [shown])
  return (
    <>
      {isElsewhere ? (
        <Note
          className="mb-3 print:hidden"
          title={`The meeting is at “${sharedName}”.`}
          action={
            <span className="flex flex-wrap gap-2">
              <LinkButton
                to={paths.debrief(applicationId)}
                replace
                preventScrollReset
                size="small"
                onClick={() => pin(null)}
              >
                Go there
              </LinkButton>
              {mayLead ? <TopicButton topicKey={shown} label="Talk about this now" onDone={follow} /> : null}
            </span>
          }
        />
      ) : null}
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="topic" ref={heading} tabIndex={-1} className="min-w-0 text-title wrap-anywhere">
          {name}
        </h2>
        <span className="flex flex-wrap gap-1.5 print:hidden">
          {mayLead && !isElsewhere ? (
            <>
              {before ? <TopicButton topicKey={before} label="Back" isBack onDone={follow} /> : null}
              {after ? <TopicButton topicKey={after} label="Next topic" isPrimary onDone={follow} /> : null}
            </>
          ) : (
            <>
              {before ? <LookLink {...{ applicationId }} topicKey={before} label="Look back" /> : null}
              {after ? <LookLink {...{ applicationId }} topicKey={after} label="Look ahead" isAhead /> : null}
            </>
          )}
        </span>
      </div>
    </>
  )
}

type TopicButtonProps = {
  topicKey: string
  label: string
  isBack?: boolean
  isPrimary?: boolean
  onDone: () => void
}

/** Takes the whole meeting to a point. */
function TopicButton({ topicKey, label, isBack, isPrimary, onDone }: TopicButtonProps) {
  return (
    <MeetingForm form={`topic ${label}`} fields={{ intent: 'topic', topicKey }} onDone={onDone}>
      {({ isBusy }) => (
        <Button
          type="submit"
          size="small"
          variant={isPrimary ? 'primary' : 'plain'}
          aria-disabled={isBusy || undefined}
        >
          {isBack ? <ArrowLeft aria-hidden /> : null}
          {label}
          {isPrimary ? <ArrowRight aria-hidden /> : null}
        </Button>
      )}
    </MeetingForm>
  )
}

function LookLink(link: { applicationId: string; topicKey: string; label: string; isAhead?: boolean }) {
  return (
    <Link
      to={paths.debrief(link.applicationId, { topic: link.topicKey })}
      replace
      preventScrollReset
      className="inline-flex min-h-6 items-center gap-1 text-dense text-accent underline underline-offset-3"
    >
      {link.isAhead ? null : <ArrowLeft aria-hidden />}
      {link.label}
      {link.isAhead ? <ArrowRight aria-hidden /> : null}
    </Link>
  )
}
