import type { ComponentProps } from 'react'
import { controlClass, FieldFrame, fieldParts, type FieldProps } from './field-frame.tsx'

type FileFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'className'>

/** Its form needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  const { label, description, errors, idPrefix, hasHiddenLabel, className, ...control } = props
  const { id, aria } = fieldParts(props)
  return (
    <FieldFrame {...{ name: control.name, label, description, errors, idPrefix, hasHiddenLabel, className }}>
      <input
        {...control}
        {...aria}
        type="file"
        id={id}
        className={`${controlClass} text-dense file:mr-3 file:rounded-sm file:border file:border-line-2 file:bg-paper file:px-2 file:py-0.5 file:font-semibold file:text-ink`}
      />
    </FieldFrame>
  )
}
