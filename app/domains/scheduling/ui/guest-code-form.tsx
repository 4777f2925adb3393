import { Form } from '@remix-run/react'
import type { FieldErrors } from '#app/lib/result.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Where a code is typed; how it is spelled does not matter. */
export function GuestCodeForm({
  errors,
  value,
  returnTo,
}: {
  errors?: FieldErrors | undefined
  value?: string | undefined
  /** The page that was asked for before signing in. */
  returnTo?: string | undefined
}) {
  const entry = paths.guestEntry(returnTo)
  return (
    <Form
      method="post"
      action={`${entry}${entry.includes('?') ? '&' : '?'}index`}
      className="grid gap-4"
      noValidate
    >
      {errors ? <ErrorSummary errors={errors} title="This is no code yet" /> : null}
      <TextField
        name="code"
        label="Access code"
        description="15 letters and digits. Capitals, spaces and dashes make no difference."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={200}
        defaultValue={value}
        errors={errors}
      />
      <Button type="submit" variant="primary">
        Go on
      </Button>
    </Form>
  )
}
