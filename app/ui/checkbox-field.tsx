import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FieldHint, FieldMessages, fieldParts, type FieldProps } from './field-frame.tsx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & { label: ReactNode }

/** A ticked box with its words, bare: for lists of choices inside a ChoiceGroup or a table. */
export function Checkbox({ label, ...control }: CheckboxProps) {
  return (
    <label className="grid grid-cols-[1rem_1fr] items-start gap-2 py-1 text-dense pointer-coarse:py-3">
      <input
        {...control}
        type="checkbox"
        className="mt-px grid size-4 appearance-none place-items-center rounded-sm border-[1.5px] border-line-2 bg-surface checked:border-ink checked:bg-ink checked:after:h-1 checked:after:w-2 checked:after:translate-x-px checked:after:-translate-y-px checked:after:-rotate-45 checked:after:border-b-2 checked:after:border-l-2 checked:after:border-paper checked:after:content-[''] disabled:border-dashed aria-invalid:border-red"
      />
      <span>{label}</span>
    </label>
  )
}

type CheckboxFieldProps = Omit<FieldProps, 'hasHiddenLabel'> &
  Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'className'>

export function CheckboxField(props: CheckboxFieldProps) {
  const { label, description, errors, idPrefix, className, ...control } = props
  const { id, messages, aria } = fieldParts({ name: control.name, label, description, errors, idPrefix })
  return (
    <div className={classNames('grid content-start gap-0.5', className)}>
      <Checkbox {...control} {...aria} id={id} label={label} />
      <div className="grid gap-1 pl-6 empty:hidden">
        <FieldHint id={id}>{description}</FieldHint>
        <FieldMessages id={id} messages={messages} />
      </div>
    </div>
  )
}
