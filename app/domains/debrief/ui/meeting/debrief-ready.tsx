import { listPoints } from '#app/domains/debrief/meeting/agenda-walk.ts'
import type { MeetingPage } from '#app/domains/debrief/meeting/debrief-page.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { FormRefusal, MeetingForm } from './meeting-form.tsx'

/** Before a debrief starts: what it will talk about, who will speak when, and the button of whoever leads. */
export function DebriefReady({ page }: { page: MeetingPage }) {
  const { view, notReady, isLead, speakers } = page
  const points = listPoints(view)
  return (
    <>
      <div className="mt-4 max-w-measure">
        {notReady !== null ? (
          <Note title={notReady}>A debrief starts once every scorecard that counts is in for good.</Note>
        ) : isLead ? (
          <MeetingForm form="start" fields={{ intent: 'start' }} className="grid justify-items-start gap-2">
            {({ refusal, isBusy }) => (
              <>
                <p className="text-ink-2">
                  Everybody who interviewed opens this page, too. The topic, whose turn it is, the timer and
                  every final rating reach them at once.
                </p>
                <Button type="submit" variant="primary" aria-disabled={isBusy || undefined}>
                  Start the debrief
                </Button>
                <FormRefusal refusal={refusal} />
              </>
            )}
          </MeetingForm>
        ) : (
          <Note tone="calm" title="The debrief has not started.">
            A manager starts it. Leave this page open: it follows by itself.
          </Note>
        )}
      </div>
      <div className="grid gap-x-8 md:grid-cols-[minmax(0,1fr)_16rem]">
        <Section title="Agenda" isFirst>
          {points.length === 1 ? (
            <p className="mb-2 max-w-measure text-ink-2">
              Nobody is two levels apart and no bar is unclear. There is only the decision to talk about, and
              whatever somebody wants to bring up.
            </p>
          ) : null}
          <ol className="max-w-measure">
            {points.map((point, at) => (
              <li
                key={point.key}
                className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 border-b border-line py-1.5"
              >
                <span className="text-ink-2">{at + 1}</span>
                <span className="wrap-anywhere">{point.name}</span>
                <span className="text-dense text-ink-2">{point.why}</span>
              </li>
            ))}
          </ol>
        </Section>
        <Section title="Who speaks first" isFirst>
          <ol>
            {speakers.map((speaker, at) => (
              <li key={speaker.id} className="flex gap-2 border-b border-line py-1.5 text-dense">
                <span className="w-5 text-ink-2">{at + 1}</span> {speaker.name}
              </li>
            ))}
          </ol>
          <p className="mt-2 text-label text-ink-2">The fewest scorecards handed in so far speak first.</p>
        </Section>
      </div>
    </>
  )
}
