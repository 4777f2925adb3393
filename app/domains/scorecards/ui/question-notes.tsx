import { Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { fieldName, maxFieldText } from '#app/domains/scorecards/field.ts'
import type { QuestionRecord } from '#app/domains/scorecards/scorecard.ts'
import { Button } from '#app/ui/button.tsx'

type QuestionNotesProps = {
  questionId: string
  entry: QuestionRecord
  edit: (field: string, value: unknown) => void
}

/** Evidence first; the candidate's own words and the private note open when they are wanted. */
export function QuestionNotes({ questionId, entry, edit }: QuestionNotesProps) {
  const [opened, setOpened] = useState<readonly string[]>([])
  const hasAnswer = entry.answer !== '' || opened.includes('answer')
  const hasPrivate = entry.privateNote !== '' || opened.includes('private')
  return (
    <>
      <Notes
        id={fieldName('evidence', questionId)}
        label="Evidence: what was said or done"
        value={entry.evidence}
        onChange={(text) => edit(fieldName('evidence', questionId), text)}
        isMain
      />
      {hasAnswer ? (
        <Notes
          id={fieldName('answer', questionId)}
          label="Candidate’s own words"
          value={entry.answer}
          hasFocus={opened.includes('answer')}
          onChange={(text) => edit(fieldName('answer', questionId), text)}
        />
      ) : null}
      {hasPrivate ? (
        <Notes
          id={fieldName('private', questionId)}
          label="Private note, only yours"
          value={entry.privateNote}
          hasFocus={opened.includes('private')}
          onChange={(text) => edit(fieldName('private', questionId), text)}
        />
      ) : null}
      <div className="mt-1.5 mb-5 flex flex-wrap gap-x-4">
        {hasAnswer ? null : (
          <Button type="button" variant="quiet" size="small" onClick={() => setOpened([...opened, 'answer'])}>
            <Plus aria-hidden /> Candidate’s own words
          </Button>
        )}
        {hasPrivate ? null : (
          <Button
            type="button"
            variant="quiet"
            size="small"
            onClick={() => setOpened([...opened, 'private'])}
          >
            <Lock aria-hidden /> Private note, only yours
          </Button>
        )}
      </div>
    </>
  )
}

type NotesProps = {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  isMain?: boolean
  hasFocus?: boolean
}

/** Ruled paper to type on; Escape leaves it, so that the keys rate again. */
export function Notes({ id, label, value, onChange, isMain, hasFocus }: NotesProps) {
  return (
    <div className={isMain ? 'flex grow flex-col' : 'mt-3'}>
      <label
        htmlFor={id}
        className={isMain ? 'mb-1.5 block text-head' : 'mb-1 block text-dense font-semibold'}
      >
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        maxLength={maxFieldText}
        // The person has just pressed the button that opens this field.
        autoFocus={hasFocus}
        rows={isMain ? 8 : 2}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        className={`field-sizing-content block w-full resize-y rounded-md border border-line-2 bg-surface bg-[repeating-linear-gradient(transparent_0_25px,var(--line)_25px_26px)] bg-local px-3.5 leading-[26px] text-ink ${isMain ? 'min-h-[212px] grow sm:field-sizing-fixed sm:min-h-[132px]' : 'min-h-[54px]'}`}
      />
    </div>
  )
}
