import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { controlClass, FieldHint, FieldMessages, fieldParts, type FieldProps } from './field-frame.tsx'
import { type Option, SelectField } from './select-field.tsx'
import { useIsHydrated } from './use-is-hydrated.ts'

type ComboBoxFieldProps = FieldProps & {
  options: readonly Option[]
  defaultValue?: string | null | undefined
  placeholder?: string | undefined
  isRequired?: boolean | undefined
  onChange?: ((value: string | null) => void) | undefined
}

/** One of many, found by typing; posts the option's value. Until JavaScript runs it is a plain select. */
export function ComboBoxField(props: ComboBoxFieldProps) {
  const { name, label, description, errors, hasHiddenLabel, className, options, placeholder } = props
  const { id, messages } = fieldParts(props)
  const isHydrated = useIsHydrated()
  if (!isHydrated)
    return (
      <SelectField
        {...{ name, label, description, errors, hasHiddenLabel, className, options }}
        idPrefix={props.idPrefix}
        placeholder={placeholder ?? ''}
        defaultValue={props.defaultValue ?? ''}
        required={props.isRequired}
      />
    )
  return (
    <ComboBox
      name={name}
      formValue="key"
      menuTrigger="focus"
      isRequired={props.isRequired ?? false}
      isInvalid={messages.length > 0}
      defaultSelectedKey={props.defaultValue ?? null}
      onSelectionChange={(key) => props.onChange?.(key === null ? null : String(key))}
      className={classNames('grid min-w-0 content-start gap-1', className)}
    >
      <Label className={hasHiddenLabel ? 'sr-only' : 'justify-self-start text-dense font-semibold'}>
        {label}
      </Label>
      <span className="relative block">
        <Input
          id={id}
          placeholder={placeholder ?? ''}
          aria-describedby={[description ? `${id}-hint` : '', messages.length > 0 ? `${id}-error` : ''].join(
            ' ',
          )}
          className={`${controlClass} pr-9`}
        />
        <Button className="absolute inset-y-0 right-0 grid w-8 place-items-center text-ink-2">
          <ChevronDown aria-hidden />
        </Button>
      </span>
      <FieldHint id={id}>{description}</FieldHint>
      <FieldMessages id={id} messages={messages} />
      <Popover
        offset={4}
        className="max-h-72 w-(--trigger-width) overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float"
      >
        <ListBox
          className="outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-dense text-ink-2">Nothing fits.</p>}
        >
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              isDisabled={option.isDisabled ?? false}
              className="flex min-h-8 cursor-pointer items-center rounded-sm px-2 text-dense outline-none data-disabled:text-ink-3 data-focused:bg-hover data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-accent data-selected:font-semibold pointer-coarse:min-h-11"
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
