import type { FieldErrors } from '#app/ui/field-errors.ts'
import { TextField } from '#app/ui/text-field.tsx'

type NewPasswordFieldProps = { errors: FieldErrors; label?: string; idPrefix?: string }

/** Where a password is chosen; password managers may fill and paste it. */
export function NewPasswordField({ errors, label = 'Password', idPrefix }: NewPasswordFieldProps) {
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      description="At least 12 characters. Three or four unrelated words are easy to remember."
      autoComplete="new-password"
      required
      maxLength={256}
      errors={errors}
      idPrefix={idPrefix}
    />
  )
}
