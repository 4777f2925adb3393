import type { ComponentProps } from 'react'
import { controlClass, FieldFrame, fieldParts, type FieldProps } from './field-frame.tsx'

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'name' | 'className'>

export function TextField(props: TextFieldProps) {
  const { label, description, errors, idPrefix, hasHiddenLabel, className, ...control } = props
  const { id, aria } = fieldParts(props)
  return (
    <FieldFrame {...{ name: control.name, label, description, errors, idPrefix, hasHiddenLabel, className }}>
      <input type="text" {...control} {...aria} id={id} className={controlClass} />
    </FieldFrame>
  )
}
