import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { maxFieldText } from '#app/domains/scorecards/field.ts'
import { changeOnEnter } from '#app/domains/scorecards/live/note-lines.ts'

type NotesProps = {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  isMain?: boolean
  hasFocus?: boolean
  /** What Enter begins the next line with; null for nothing. */
  stamp?: (() => string | null) | undefined
  /** Stands at the right of the label. */
  aside?: ReactNode
  rows?: number
  hint?: string | undefined
}

/** Ruled paper to type on; Escape leaves it, so that the keys rate again. */
export function Notes(props: NotesProps) {
  const { id, label, value, onChange, isMain, hasFocus, stamp, aside, rows, hint } = props
  const hintId = useId()
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key === 'Enter' && stamp) stampLine(event, stamp())
  }
  return (
    <div className={isMain ? 'flex grow flex-col' : 'mt-3'}>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className={isMain ? 'text-head' : 'text-dense font-semibold'}>
          {label}
        </label>
        {aside}
      </div>
      {hint ? (
        <p id={hintId} className="-mt-1 mb-1.5 text-dense text-ink-2">
          {hint}
        </p>
      ) : null}
      <textarea
        id={id}
        value={value}
        maxLength={maxFieldText}
        aria-describedby={hint ? hintId : undefined}
        // The person has just pressed the button that opens this field.
        autoFocus={hasFocus}
        rows={rows ?? (isMain ? 8 : 2)}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={`field-sizing-content block w-full resize-y rounded-md border border-line-2 bg-surface bg-[repeating-linear-gradient(transparent_0_25px,var(--line)_25px_26px)] bg-local px-3.5 leading-[26px] text-ink ${isMain ? 'min-h-[212px] grow sm:field-sizing-fixed sm:min-h-[132px]' : 'min-h-[54px]'}`}
      />
    </div>
  )
}

function stampLine(event: KeyboardEvent<HTMLTextAreaElement>, nowStamp: string | null): void {
  const { currentTarget: area } = event
  if (nowStamp === null || event.nativeEvent.isComposing || event.shiftKey || event.ctrlKey) return
  if (area.selectionStart !== area.selectionEnd) return
  const change = changeOnEnter(area.value, area.selectionStart, nowStamp)
  if (!change) return
  event.preventDefault()
  area.setSelectionRange(change.from, change.to)
  // The one way to write into a field that its undo (Ctrl Z) knows of.
  if (change.insert === '') document.execCommand('delete')
  else document.execCommand('insertText', false, change.insert)
}
