import type { ComponentProps } from 'react'
import { controlClass, FieldFrame, fieldParts, type FieldProps } from './field-frame.tsx'

type FileFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'className' | 'onChange'> & {
    /** A larger file is refused by the browser, before it is sent. */
    mostMegabytes?: number | undefined
  }

/** Its form needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  const { label, description, errors, idPrefix, hasHiddenLabel, className, mostMegabytes, ...control } = props
  const { id, aria } = fieldParts(props)
  return (
    <FieldFrame {...{ name: control.name, label, description, errors, idPrefix, hasHiddenLabel, className }}>
      <input
        {...control}
        {...aria}
        type="file"
        onChange={(event) => {
          const { files } = event.currentTarget
          event.currentTarget.setCustomValidity(tooLarge(files?.[0], mostMegabytes))
        }}
        id={id}
        className={`${controlClass} text-dense file:mr-3 file:rounded-sm file:border file:border-line-2 file:bg-paper file:px-2 file:py-0.5 file:font-semibold file:text-ink`}
      />
    </FieldFrame>
  )
}

function tooLarge(file: File | undefined, mostMegabytes: number | undefined): string {
  if (!file || mostMegabytes === undefined || file.size <= mostMegabytes * 1_048_576) return ''
  return `This file is larger than ${mostMegabytes} MB. Choose a smaller one, or a part of it.`
}
