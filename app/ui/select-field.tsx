import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlClass, FieldFrame, fieldParts, type FieldProps } from './field-frame.tsx'

export type Option = { value: string; label: string; isDisabled?: boolean | undefined }
export type OptionGroup = { label: string; options: readonly Option[] }

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'name' | 'className' | 'children'> & {
    options: readonly (Option | OptionGroup)[]
    /** An empty first choice, such as "Choose a role". */
    placeholder?: string | undefined
  }

function SelectOption({ option }: { option: Option }) {
  return (
    <option value={option.value} disabled={option.isDisabled}>
      {option.label}
    </option>
  )
}

export function SelectField(props: SelectFieldProps) {
  const {
    label,
    description,
    errors,
    idPrefix,
    hasHiddenLabel,
    className,
    options,
    placeholder,
    ...control
  } = props
  const { id, aria } = fieldParts(props)
  return (
    <FieldFrame {...{ name: control.name, label, description, errors, idPrefix, hasHiddenLabel, className }}>
      <span className="relative block">
        <select {...control} {...aria} id={id} className={`${controlClass} appearance-none truncate pr-8`}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((inner) => (
                  <SelectOption key={inner.value} option={inner} />
                ))}
              </optgroup>
            ) : (
              <SelectOption key={option.value} option={option} />
            ),
          )}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-2"
        />
      </span>
    </FieldFrame>
  )
}
