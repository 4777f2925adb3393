import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { FileField } from '#app/ui/file-field.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'

/** Takes filled forms: one, several, or a zip of many. */
export function FormFiles({ errors, isAgain = false }: { errors: FieldErrors; isAgain?: boolean }) {
  return (
    <Form method="post" encType="multipart/form-data" className="mt-5 grid max-w-130 gap-5">
      <ErrorSummary errors={errors} title="This cannot be read yet" />
      <FileField
        name="file"
        label={isAgain ? 'Other filled forms' : 'Filled forms'}
        description="PDFs as they were saved in the PDF viewer, or a zip of them; at most 8 MB each and 24 MB in all."
        accept=".pdf,.zip,application/pdf,application/zip"
        multiple
        mostMegabytes={24}
        errors={errors}
      />
      <FormActions>
        <Button type="submit" variant={isAgain ? undefined : 'primary'} name="intent" value="open">
          See what they change
        </Button>
      </FormActions>
    </Form>
  )
}
