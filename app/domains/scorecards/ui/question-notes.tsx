import { Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { fieldName } from '#app/domains/scorecards/field.ts'
import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import { maskLines, signalLine, unmaskLines } from '#app/domains/scorecards/live/note-lines.ts'
import { Button } from '#app/ui/button.tsx'
import { Notes } from './notes.tsx'

type QuestionNotesProps = {
  item: LiveItem
  edit: (field: string, value: unknown) => void
  /** Lines that tell of signals are covered, and the private note is away: the candidate may see the screen. */
  isHidden: boolean
  /** Null when lines are not stamped. */
  stamp: (() => string | null) | null
  stampSwitch: React.ReactNode
  isCompact: boolean
}

/** Evidence first; the candidate's own words and the private note open when they are wanted. */
export function QuestionNotes({ item, edit, isHidden, stamp, stampSwitch, isCompact }: QuestionNotesProps) {
  const { id, record } = item
  const [opened, setOpened] = useState<readonly string[]>([])
  const hasAnswer = record.answer !== '' || opened.includes('answer')
  const hasPrivate = record.privateNote !== '' || opened.includes('private')
  const covered = isHidden ? signalLines(item) : []
  return (
    <>
      <Notes
        id={fieldName('evidence', id)}
        label="Evidence: what was said or done"
        value={maskLines(record.evidence, covered)}
        onChange={(text) => edit(fieldName('evidence', id), unmaskLines(text, record.evidence, covered))}
        stamp={stamp ?? undefined}
        aside={stampSwitch}
        rows={isCompact ? 5 : 8}
        isMain
      />
      {hasAnswer ? (
        <Notes
          id={fieldName('answer', id)}
          label="Candidate’s own words"
          value={record.answer}
          hasFocus={opened.includes('answer')}
          onChange={(text) => edit(fieldName('answer', id), text)}
        />
      ) : null}
      {hasPrivate && !isHidden ? (
        <Notes
          id={fieldName('private', id)}
          label="Private note, only yours"
          value={record.privateNote}
          hasFocus={opened.includes('private')}
          onChange={(text) => edit(fieldName('private', id), text)}
        />
      ) : null}
      <div className="mt-1.5 mb-4 flex flex-wrap gap-x-4">
        {hasAnswer ? null : (
          <Button type="button" variant="quiet" size="small" onClick={() => setOpened([...opened, 'answer'])}>
            <Plus aria-hidden /> Candidate’s own words
          </Button>
        )}
        {hasPrivate || isHidden ? null : (
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

function signalLines(item: LiveItem): string[] {
  if (item.kind === 'added') return []
  const { strongSignals, weakSignals } = item.guide
  return [
    ...strongSignals.map((signal) => signalLine(signal, true)),
    ...weakSignals.map((signal) => signalLine(signal, false)),
  ]
}
