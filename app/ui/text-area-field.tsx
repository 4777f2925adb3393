import type { ComponentProps } from 'react'
import { controlClass, FieldFrame, fieldParts, type FieldProps } from './field-frame.tsx'

type TextAreaFieldProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'name' | 'className'>

/** Grows with what is typed where the browser can, and can be dragged taller. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { label, description, errors, idPrefix, hasHiddenLabel, className, ...control } = props
  const { id, aria } = fieldParts(props)
  return (
    <FieldFrame {...{ name: control.name, label, description, errors, idPrefix, hasHiddenLabel, className }}>
      <textarea
        rows={4}
        {...control}
        {...aria}
        id={id}
        className={`${controlClass} field-sizing-content block resize-y py-2`}
        style={{ minHeight: `${(control.rows ?? 4) * 1.375 + 1.125}rem` }}
      />
    </FieldFrame>
  )
}
