import type { ComponentProps } from 'react'
import { controlClass, FieldFrame, fieldParts, type FieldProps } from './field-frame.tsx'

type DateTimeFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'className'> & {
    kind?: 'datetime-local' | 'date' | 'time' | undefined
  }

/** The browser's own date picker. Values are local, `2026-11-24T14:00`; say the zone in `description`. */
export function DateTimeField({ kind = 'datetime-local', ...props }: DateTimeFieldProps) {
  const { label, description, errors, idPrefix, hasHiddenLabel, className, ...control } = props
  const { id, aria } = fieldParts(props)
  return (
    <FieldFrame {...{ name: control.name, label, description, errors, idPrefix, hasHiddenLabel, className }}>
      <input {...control} {...aria} type={kind} id={id} className={`${controlClass} max-w-64`} />
    </FieldFrame>
  )
}
