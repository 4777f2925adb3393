import type { ReactNode } from 'react'
import { Checkbox } from './checkbox-field.tsx'
import { classNames } from './class-names.ts'
import { FieldHint, FieldMessages, fieldParts, type FieldProps } from './field-frame.tsx'

export type Choice = {
  value: string
  label: ReactNode
  description?: ReactNode
  isDisabled?: boolean | undefined
}

type GroupLook = FieldProps & {
  isRequired?: boolean | undefined
  /** `row` sets short choices beside each other, `grid` many of them in columns. */
  layout?: 'column' | 'row' | 'grid' | undefined
}

type GroupProps = GroupLook & { choices: readonly Choice[] }

type RadioGroupFieldProps = GroupProps & {
  defaultValue?: string | null | undefined
  onChange?: ((value: string) => void) | undefined
}

type CheckboxGroupFieldProps = GroupProps & { defaultValues?: readonly string[] | undefined }

const radioClass =
  'mt-px size-4 appearance-none rounded-full border-[1.5px] border-line-2 bg-surface checked:border-ink checked:bg-ink checked:shadow-[inset_0_0_0_3px_var(--surface)] disabled:border-dashed aria-invalid:border-red'

const layouts = {
  column: 'grid',
  row: 'flex flex-wrap gap-x-5',
  grid: 'grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-5',
}

function GroupFrame({ children, layout, ...field }: GroupLook & { children: ReactNode }) {
  const { id, messages, aria } = fieldParts(field)
  return (
    <fieldset
      aria-describedby={aria['aria-describedby']}
      className={classNames('grid min-w-0 content-start gap-1', field.className)}
    >
      <legend className={field.hasHiddenLabel ? 'sr-only' : 'mb-0.5 text-dense font-semibold'}>
        {field.label}
      </legend>
      <FieldHint id={id}>{field.description}</FieldHint>
      <div className={layouts[layout ?? 'column']}>{children}</div>
      <FieldMessages id={id} messages={messages} />
    </fieldset>
  )
}

function ChoiceWords({ choice }: { choice: Choice }) {
  return (
    <>
      {choice.label}
      {choice.description ? <span className="block text-ink-2">{choice.description}</span> : null}
    </>
  )
}

/** One of several. The first choice carries the field's id, so the error summary can focus it. */
export function RadioGroupField({ defaultValue, onChange, choices, ...frame }: RadioGroupFieldProps) {
  const { id, aria } = fieldParts(frame)
  return (
    <GroupFrame {...frame}>
      {choices.map((choice, index) => (
        <label
          key={choice.value}
          className="grid grid-cols-[1rem_1fr] items-start gap-2 py-1 text-dense pointer-coarse:py-3"
        >
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={frame.name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            disabled={choice.isDisabled}
            required={frame.isRequired}
            aria-invalid={aria['aria-invalid']}
            onChange={() => onChange?.(choice.value)}
            className={radioClass}
          />
          <span>
            <ChoiceWords choice={choice} />
          </span>
        </label>
      ))}
    </GroupFrame>
  )
}

/** Any of several, all posted under one name. */
export function CheckboxGroupField({ defaultValues = [], choices, ...frame }: CheckboxGroupFieldProps) {
  const { id, aria } = fieldParts(frame)
  return (
    <GroupFrame {...frame}>
      {choices.map((choice, index) => (
        <Checkbox
          key={choice.value}
          id={index === 0 ? id : undefined}
          name={frame.name}
          value={choice.value}
          defaultChecked={defaultValues.includes(choice.value)}
          disabled={choice.isDisabled}
          aria-invalid={aria['aria-invalid']}
          label={<ChoiceWords choice={choice} />}
        />
      ))}
    </GroupFrame>
  )
}
