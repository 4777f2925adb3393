import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type FieldErrors, fieldId, messagesOf } from './field-errors.ts'

/** What every field takes besides the attributes of its own control. */
export type FieldProps = {
  name: string
  label: ReactNode
  description?: ReactNode
  errors?: FieldErrors
  /** Tells two forms of one page apart; give the same to their ErrorSummary. */
  idPrefix?: string | undefined
  /** Hides the label from sight, not from screen readers. */
  hasHiddenLabel?: boolean | undefined
  className?: string | undefined
}

export const controlClass =
  'w-full min-h-target rounded-md border border-line-2 bg-surface px-2.5 py-1 text-ink transition-colors disabled:border-dashed disabled:bg-transparent disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-2 aria-invalid:border-red'

/** The ids and aria attributes that tie a control to its label, description and errors. */
export function fieldParts({ name, description, errors, idPrefix }: FieldProps) {
  const id = fieldId(name, idPrefix)
  const messages = messagesOf(errors, name)
  const described = [description ? `${id}-hint` : '', messages.length > 0 ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id,
    messages,
    aria: {
      'aria-invalid': messages.length > 0 || undefined,
      'aria-describedby': described || undefined,
    },
  }
}

export function FieldMessages({ id, messages }: { id: string; messages: readonly string[] }) {
  if (messages.length === 0) return null
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-dense text-red">
      <TriangleAlert aria-hidden className="mt-px" />
      <span>{messages.join(' ')}</span>
    </p>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${id}-hint`} className="text-dense text-ink-2">
      {children}
    </p>
  )
}

/** Label above, control, description, errors below. */
export function FieldFrame({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { id, messages } = fieldParts(field)
  return (
    <div className={classNames('grid min-w-0 content-start gap-1', field.className)}>
      <label
        htmlFor={id}
        className={field.hasHiddenLabel ? 'sr-only' : 'justify-self-start text-dense font-semibold'}
      >
        {field.label}
      </label>
      {children}
      <FieldHint id={id}>{field.description}</FieldHint>
      <FieldMessages id={id} messages={messages} />
    </div>
  )
}
