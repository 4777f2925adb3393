import { GitFork } from 'lucide-react'
import { Fragment, useEffect, useId, useRef, useState } from 'react'
import type { LineDifference, Stretch } from '#app/domains/question-bank/versions/difference.ts'
import type { Conflict } from '#app/domains/scorecards/saving/queue-state.ts'
import { Button } from '#app/ui/button.tsx'
import { useToasts } from '#app/ui/toast.tsx'

type ConflictChoiceProps = {
  conflict: Conflict
  /** Where the field stands, in words. */
  place: string
  /** How many more choices wait behind this one. */
  left: number
  onResolve: (value: string) => void
  /** Puts another text into the field after the choice. */
  onEdit: (value: string) => void
}

/** Both texts of a field that was changed on two devices, with what differs; choosing one keeps the other in the save log. */
export function ConflictChoice({ conflict, place, left, onResolve, onEdit }: ConflictChoiceProps) {
  const mine = textOf(conflict.mine)
  const theirs = textOf(conflict.theirs)
  const lines = useDifference(theirs, mine)
  const [text, setText] = useState<string | null>(null)
  const titleId = useId()
  const toasts = useToasts()
  const isChosen = useRef(false)
  useEffect(
    () => () => {
      // The button that was pressed goes with the choice: whoever works by keyboard goes on in the text.
      if (isChosen.current) setTimeout(() => focusFirst('conflict', conflict.field, 'main'), 0)
    },
    [conflict.field],
  )

  function choose(value: string, other?: string): void {
    isChosen.current = true
    onResolve(value)
    if (other === undefined) return
    const onUndo = () => onEdit(other)
    toasts.show({ text: 'Kept. The other text stays in the save log.', onUndo, undoLabel: 'Take the other' })
  }

  return (
    <section
      id="conflict"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="mt-3 scroll-mt-36 rounded-r-md border-l-3 border-amber-mark bg-amber-soft px-3.5 py-3 outline-none focus-visible:outline-2 focus-visible:outline-(--focus)"
    >
      <h2 id={titleId} className="flex gap-2 font-semibold wrap-anywhere">
        <GitFork aria-hidden className="mt-1 flex-none" />
        Two versions of {place}
      </h2>
      <p className="mt-0.5 mb-2.5 text-dense">
        This text was changed on another device or tab, too. What only one of them says is underlined.
        {left > 0 ? ` ${left} more ${left === 1 ? 'text waits' : 'texts wait'} after this one.` : ''}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version
          title="From elsewhere"
          text={theirs}
          stretches={lines && stretchesOf(lines, 'removed')}
          label="Take the other"
          onChoose={conflict.isLogged ? () => choose(theirs, mine) : null}
        />
        <Version
          title="On this page"
          text={mine}
          stretches={lines && stretchesOf(lines, 'added')}
          label="Keep this page’s"
          onChoose={() => choose(mine, theirs)}
        />
      </div>
      {text === null ? (
        <Button type="button" size="small" className="mt-3" onClick={() => setText(join(theirs, mine))}>
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
            rows={6}
            autoFocus
            onChange={(event) => setText(event.currentTarget.value)}
            className="mt-1 mb-2 block w-full rounded-md border border-line-2 bg-surface p-2 text-body"
          />
          <Button type="button" size="small" variant="primary" onClick={() => choose(text)}>
            Keep the joined text
          </Button>
        </div>
      )}
    </section>
  )
}

type VersionProps = {
  title: string
  text: string
  /** Null while the difference is worked out, or when that cannot be loaded. */
  stretches: Stretch[] | null
  label: string
  /** Null while choosing it would lose the other one. */
  onChoose: (() => void) | null
}

function Version({ title, text, stretches, label, onChoose }: VersionProps) {
  const titleId = useId()
  const hintId = useId()
  return (
    <div className="flex min-w-0 flex-col items-start">
      <h3 id={titleId} className="text-dense font-semibold">
        {title}
      </h3>
      <div
        role="group"
        aria-labelledby={titleId}
        // A text that is cut off is scrolled by keyboard, too.
        tabIndex={0}
        className="my-1 max-h-48 w-full grow overflow-auto rounded-sm border border-line-2 bg-surface p-2 wrap-anywhere whitespace-pre-wrap"
      >
        {text === '' ? <span className="text-ink-2">empty</span> : null}
        {stretches
          ? stretches.map((stretch, at) =>
              stretch.kind === 'same' ? (
                <Fragment key={at}>{stretch.text}</Fragment>
              ) : (
                <mark key={at} className="bg-accent-soft text-ink underline underline-offset-2">
                  {stretch.text}
                </mark>
              ),
            )
          : text}
      </div>
      <Button
        type="button"
        size="small"
        aria-disabled={onChoose === null || undefined}
        aria-describedby={onChoose ? undefined : hintId}
        onClick={() => onChoose?.()}
      >
        {label}
      </Button>
      {onChoose ? null : (
        <p id={hintId} className="mt-1 text-label text-ink-2">
          Can be taken once the server has this page’s text, too.
        </p>
      )}
    </div>
  )
}

/** One side of a difference, line breaks included. */
function stretchesOf(lines: readonly LineDifference[], own: 'removed' | 'added'): Stretch[] {
  const other = own === 'removed' ? 'added' : 'removed'
  return lines
    .filter((line) => line.kind !== other)
    .flatMap((line, at): Stretch[] => [
      ...(at === 0 ? [] : [{ kind: 'same' as const, text: '\n' }]),
      ...line.stretches.filter((stretch) => stretch.kind !== other),
    ])
}

/** What two texts share and what not. It is loaded when it is needed; without it both texts stand there whole. */
function useDifference(theirs: string, mine: string): LineDifference[] | null {
  const [found, setFound] = useState<{ of: string; lines: LineDifference[] } | null>(null)
  const of = JSON.stringify([theirs, mine])
  useEffect(() => {
    let isCurrent = true
    async function compare(): Promise<void> {
      const { compareFields } = await import('#app/domains/question-bank/versions/difference.ts')
      const fieldOf = (text: string) => [{ key: '', label: '', lines: text.split('\n') }]
      const lines = compareFields(fieldOf(theirs), fieldOf(mine))[0]?.lines ?? []
      if (isCurrent) setFound({ of, lines })
    }
    void compare().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [of, theirs, mine])
  return found?.of === of ? found.lines : null
}

/** Both texts one after the other; one that goes on where the other ends is both already. */
function join(theirs: string, mine: string): string {
  if (theirs.includes(mine)) return theirs
  return mine.includes(theirs) ? mine : [theirs, mine].join('\n\n')
}

function focusFirst(...ids: string[]): void {
  ids
    .map((id) => document.getElementById(id))
    .find((element) => element !== null)
    ?.focus()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
