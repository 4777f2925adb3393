import { GitFork } from 'lucide-react'
import { useState } from 'react'
import type { Conflict } from '#app/domains/scorecards/saving/queue-state.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'

type ConflictChoiceProps = {
  conflict: Conflict
  /** Where the field stands, in words. */
  place: string
  onResolve: (value: string) => void
}

/** Both texts of a field that was changed on two devices; choosing one keeps the other in the save log. */
export function ConflictChoice({ conflict, place, onResolve }: ConflictChoiceProps) {
  const mine = textOf(conflict.mine)
  const theirs = textOf(conflict.theirs)
  const joined = [theirs, mine].filter(Boolean).join('\n\n')
  const [text, setText] = useState<string | null>(null)
  return (
    <Note icon={GitFork} title={`Two versions of ${place}`} className="mb-3">
      <p className="mb-2">
        This text was changed on another device or tab. Choose one, or join them; the other stays in the save
        log.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version title="On this page" text={mine} label="Keep this page’s" onChoose={() => onResolve(mine)} />
        <Version
          title="From elsewhere"
          text={theirs}
          label="Take the other"
          onChoose={() => onResolve(theirs)}
        />
      </div>
      {text === null ? (
        <Button type="button" size="small" className="mt-3" onClick={() => setText(joined)}>
          Join both
        </Button>
      ) : (
        <div className="mt-3">
          <label htmlFor={`join-${conflict.field}`} className="font-semibold">
            Joined text
          </label>
          <textarea
            id={`join-${conflict.field}`}
            value={text}
            rows={5}
            onChange={(event) => setText(event.currentTarget.value)}
            className="mt-1 block w-full rounded-md border border-line-2 bg-surface p-2 text-body"
          />
          <Button
            type="button"
            size="small"
            variant="primary"
            className="mt-2"
            onClick={() => onResolve(text)}
          >
            Keep the joined text
          </Button>
        </div>
      )}
    </Note>
  )
}

type VersionProps = { title: string; text: string; label: string; onChoose: () => void }

function Version({ title, text, label, onChoose }: VersionProps) {
  return (
    <div className="min-w-0">
      <p className="font-semibold">{title}</p>
      <p className="my-1 max-h-48 overflow-auto rounded-sm border border-line bg-surface p-2 wrap-anywhere whitespace-pre-wrap">
        {text || 'empty'}
      </p>
      <Button type="button" size="small" onClick={onChoose}>
        {label}
      </Button>
    </div>
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
