import { Plus, Square, Timer } from 'lucide-react'
import { readTimer, timerMinutes, type TimerReading } from '#app/domains/debrief/meeting/timer.ts'
import { useServerClock, useTick } from '#app/domains/scorecards/ui/use-server-clock.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { FormRefusal, MeetingForm } from './meeting-form.tsx'

type TimerFaceProps = { endsAtMs: number | null; nowMs: number; mayLead: boolean }

/** The time left for a point, the same on every screen: counted in the server's time, not the device's. */
function useTimer({ endsAtMs, nowMs }: Pick<TimerFaceProps, 'endsAtMs' | 'nowMs'>): TimerReading | null {
  const time = useServerClock(nowMs, null)
  const now = useTick(time, endsAtMs !== null)
  return endsAtMs === null ? null : readTimer(endsAtMs, now)
}

/** The time left as a few words in a line. */
export function TimerWords(timer: Pick<TimerFaceProps, 'endsAtMs' | 'nowMs'>) {
  const face = useTimer(timer)
  if (!face) return null
  return (
    <span className={classNames('font-semibold tabular-nums', face.isOver && 'text-amber')}>
      {face.isOver ? face.text : `${face.text} left`}
    </span>
  )
}

/** The timer of the point, with the buttons of whoever leads. */
export function TimerFace({ endsAtMs, nowMs, mayLead }: TimerFaceProps) {
  const face = useTimer({ endsAtMs, nowMs })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      {face ? (
        <span
          role="timer"
          className={classNames('text-title whitespace-nowrap tabular-nums', face.isOver && 'text-amber')}
        >
          {face.text}
          {face.isOver ? null : <small className="text-dense font-normal text-ink-2"> left</small>}
        </span>
      ) : (
        <span className="text-dense text-ink-2">No timer</span>
      )}
      {mayLead ? <TimerButtons isRunning={face !== null} /> : null}
    </div>
  )
}

function TimerButtons({ isRunning }: { isRunning: boolean }) {
  if (isRunning) {
    return (
      <span className="flex flex-wrap gap-1.5 print:hidden">
        <MeetingForm form="more" fields={{ intent: 'more' }}>
          {() => (
            <Button type="submit" size="small">
              <Plus aria-hidden /> 2 minutes
            </Button>
          )}
        </MeetingForm>
        <MeetingForm form="stop" fields={{ intent: 'stop' }}>
          {() => (
            <Button type="submit" size="small" variant="quiet">
              <Square aria-hidden /> Stop
            </Button>
          )}
        </MeetingForm>
      </span>
    )
  }
  return (
    <MeetingForm
      form="timer"
      fields={{ intent: 'timer' }}
      className="flex flex-wrap items-center gap-1.5 print:hidden"
    >
      {({ refusal }) => (
        <>
          <SelectField
            name="minutes"
            label="Minutes for this point"
            hasHiddenLabel
            idPrefix="timer"
            defaultValue="5"
            options={timerMinutes.map((minutes) => ({ value: String(minutes), label: `${minutes} min` }))}
          />
          <Button type="submit" size="small">
            <Timer aria-hidden /> Start
          </Button>
          <FormRefusal refusal={refusal} />
        </>
      )}
    </MeetingForm>
  )
}
