import { createContext, useContext, type ComponentProps, type ReactNode } from 'react'
import type { MeetingAnswer, MeetingRefusal } from '#app/domains/debrief/meeting/meeting-answer.ts'
import { usePost } from './use-post.ts'

type Meeting = {
  applicationId: string
  /** The answer to a form that was sent before the page was alive. */
  answered: MeetingAnswer | undefined
  /** Keeps the page at a point of the agenda while somebody writes there; null lets it follow the meeting again. */
  pin: (topicKey: string | null) => void
}

const MeetingContext = createContext<Meeting | null>(null)

/** Gives the forms of a debrief what they share. */
export const MeetingProvider = MeetingContext.Provider

/** The debrief of this page. */
export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext)
  if (!meeting) throw new Error('useMeeting outside MeetingProvider')
  return meeting
}

type MeetingFormProps = Omit<ComponentProps<'form'>, 'method' | 'onSubmit' | 'children'> & {
  /** Tells the forms of the page apart. */
  form: string
  fields: Readonly<Record<string, string | number>>
  onDone?: (() => void) | undefined
  children: (state: { refusal: MeetingRefusal | null; isBusy: boolean }) => ReactNode
}

/** A form that posts to the debrief: by itself before JavaScript, without leaving the page afterwards. */
export function MeetingForm({ form, fields, onDone, children, ...rest }: MeetingFormProps) {
  const { applicationId, answered } = useMeeting()
  const { send, isBusy, refusal } = usePost(applicationId, onDone)
  const before = answered && !answered.ok && answered.form === form ? answered : null
  return (
    <form
      {...rest}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        // A second press would send the same again.
        if (!isBusy) send(new FormData(event.currentTarget, submitter))
      }}
    >
      <input type="hidden" name="form" value={form} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({ refusal: refusal ?? before, isBusy })}
    </form>
  )
}

/** What is refused about a form as a whole. */
export function FormRefusal({ refusal }: { refusal: MeetingRefusal | null }) {
  const messages = refusal?.errors[''] ?? []
  if (messages.length === 0) return null
  return (
    <p role="alert" className="text-dense font-semibold text-red">
      {messages.join(' ')}
    </p>
  )
}
