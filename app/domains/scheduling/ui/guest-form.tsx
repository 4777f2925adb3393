import { Form } from '@remix-run/react'
import type { FieldErrors } from '#app/lib/result.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { lifetimes, usualHours } from '#app/domains/scheduling/guests/guest.ts'

type GuestFormProps = {
  formKey: string
  sendsMail: boolean
  /** Whether the session is still to come, so that the access lasts from its start. */
  isToCome: boolean
  errors: FieldErrors | undefined
  values: Readonly<Record<string, string>> | undefined
}

/** Who the guest is and how long the access lasts. */
export function GuestForm({ formKey, sendsMail, isToCome, errors, values }: GuestFormProps) {
  return (
    <Form method="post" className="mt-5 grid max-w-130 gap-4" noValidate>
      {errors ? <ErrorSummary errors={errors} /> : null}
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="formKey" value={formKey} />
      <TextField
        name="name"
        label="Name"
        description="As kits and scorecards should show it, with “guest” beside it."
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={values?.['name']}
        errors={errors}
      />
      <TextField
        name="note"
        label="How to tell them apart (optional)"
        description="Their team or where they come from, such as Finance."
        maxLength={60}
        autoComplete="off"
        defaultValue={values?.['note']}
        errors={errors}
      />
      <TextField
        name="email"
        type="email"
        label="E-mail (optional)"
        description={
          sendsMail
            ? 'The code is sent there. The address is not kept.'
            : 'This installation sends no mail; you hand the code on yourself.'
        }
        autoComplete="off"
        disabled={!sendsMail}
        defaultValue={values?.['email']}
        errors={errors}
      />
      <SelectField
        name="hours"
        label="The access ends"
        defaultValue={values?.['hours'] ?? String(usualHours)}
        options={lifetimes.map(({ hours, label }) => ({
          value: String(hours),
          label: isToCome ? `${label} after the session starts` : `${label} from now`,
        }))}
        errors={errors}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          Make the access code
        </Button>
      </FormActions>
    </Form>
  )
}
