import { useState } from 'react'
import type { MeetingTopic } from '#app/domains/debrief/meeting/meeting-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { FormRefusal, MeetingForm, useMeeting } from './meeting-form.tsx'

type TopicNoteProps = { topicKey: string; note: MeetingTopic['note'] }

/** What was noted of a point: to be read. */
export function NoteWords({ note }: { note: MeetingTopic['note'] }) {
  if (note.text === '') return null
  return (
    <p className="wrap-anywhere whitespace-pre-line">
      {note.text} <span className="text-dense text-ink-2">{note.userName}</span>
    </p>
  )
}

/**
 * The note of a point, for whoever leads. When another note arrives while somebody writes, what they typed stays and the
 * other one is shown above it; it is overwritten only by somebody who has seen it.
 */
export function TopicNote({ topicKey, note }: TopicNoteProps) {
  const { pin, answered } = useMeeting()
  const form = `note ${topicKey}`
  const before = answered && !answered.ok && answered.form === form ? answered : null
  const [text, setText] = useState(before?.values['note'] ?? note.text)
  // What the text in the field was written on top of; a refusal before JavaScript has shown the present one already.
  const [base, setBase] = useState({ version: note.version, text: note.text })
  const [sent, setSent] = useState<string | null>(null)
  const isDirty = !isSame(text, base.text)
  const isNews = note.version !== base.version
  const isMine = isSame(note.text, text) || (sent !== null && isSame(note.text, sent))
  const isOvertaken = isNews && isDirty && !isMine
  if (isNews && !isOvertaken) {
    setBase({ version: note.version, text: note.text })
    if (!isDirty) setText(note.text)
  }
  const take = (next: string) => {
    setText(next)
    setBase({ version: note.version, text: note.text })
  }
  return (
    <div className="print:hidden">
      {isOvertaken ? (
        <Note
          className="mb-2"
          title={`${note.userName} changed this note while you wrote:`}
          action={
            <span className="flex flex-wrap gap-2">
              <Button type="button" size="small" onClick={() => take(join(note.text, text))}>
                Put both together
              </Button>
              <Button type="button" size="small" onClick={() => take(text)}>
                Keep only mine
              </Button>
              <Button type="button" size="small" onClick={() => take(note.text)}>
                Take theirs
              </Button>
            </span>
          }
        >
          <p className="wrap-anywhere whitespace-pre-line">{note.text}</p>
        </Note>
      ) : null}
      <MeetingForm
        form={form}
        fields={{ intent: 'note', topicKey, base: base.version }}
        onSubmitCapture={() => setSent(text)}
        onDone={() => {
          if (sent !== null && isSame(sent, text)) pin(null)
        }}
        className="grid justify-items-start gap-2"
      >
        {({ refusal, isBusy }) => (
          <>
            {refusal?.isConflict && !isDirty ? null : <FormRefusal refusal={refusal} />}
            {before?.isConflict && isDirty && !isOvertaken ? (
              <p className="wrap-anywhere whitespace-pre-line">
                <b>{note.userName} wrote:</b> {note.text}
              </p>
            ) : null}
            <TextAreaField
              name="note"
              label="Note"
              description="What was said and agreed; everybody here reads it once it is saved."
              rows={3}
              maxLength={4000}
              idPrefix={form}
              errors={refusal?.errors}
              value={text}
              onChange={(event) => {
                const { value } = event.currentTarget
                setText(value)
                pin(isSame(value, base.text) ? null : topicKey)
              }}
              className="w-full max-w-measure"
            />
            <Button type="submit" size="small" aria-disabled={isBusy || isOvertaken || undefined}>
              Save the note
            </Button>
            <span role="status" className="text-dense text-ink-2 empty:hidden">
              {isDirty ? 'Not saved yet.' : ''}
            </span>
          </>
        )}
      </MeetingForm>
    </div>
  )
}

/** The server keeps no space around a note. */
function isSame(one: string, other: string): boolean {
  return one.trim() === other.trim()
}

/** Both texts, one after the other; one that holds the other is both already. */
function join(theirs: string, mine: string): string {
  if (theirs.includes(mine)) return theirs
  return mine.includes(theirs) ? mine : `${theirs}\n\n${mine}`
}
