import { Form } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import type { FieldErrors } from './field-errors.ts'
import { FormActions } from './form-actions.tsx'
import { TextField } from './text-field.tsx'

export type EraseFormProps = {
  /** What must be typed, exactly: the server compares the posted `confirmation` with it too. */
  name: string
  /** What goes, what stays, and that it cannot be undone. */
  children: ReactNode
  /** Posted as `intent`. */
  intent: string
  action?: string | undefined
  /** Further hidden values, such as an id or a form key. */
  values?: Readonly<Record<string, string>> | undefined
  errors?: FieldErrors
  label?: string | undefined
  onKeep?: (() => void) | undefined
}

/** The only question the program asks: erasure, with the thing's name typed. Works on a page of its own, too. */
export function EraseForm({ name, children, intent, action, values, errors, label, onKeep }: EraseFormProps) {
  const [typed, setTyped] = useState('')
  const isLocked = typed.trim() !== name
  return (
    <Form
      method="post"
      {...(action === undefined ? {} : { action })}
      onSubmit={(event) => isLocked && event.preventDefault()}
    >
      <div className="mb-3 text-dense text-ink-2">{children}</div>
      {Object.entries(values ?? {}).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <TextField
        name="confirmation"
        idPrefix={`erase-${intent}`}
        label={`Type ${name} to go on`}
        errors={errors}
        autoComplete="off"
        spellCheck={false}
        required
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FormActions align="end">
        {onKeep ? (
          <Button type="button" onClick={onKeep}>
            Keep
          </Button>
        ) : null}
        <Button
          type="submit"
          variant="danger"
          name="intent"
          value={intent}
          aria-disabled={isLocked || undefined}
        >
          {label ?? 'Erase'}
        </Button>
      </FormActions>
    </Form>
  )
}
