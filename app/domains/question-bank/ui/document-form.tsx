import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { FileField } from '#app/ui/file-field.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

/** Takes a document in, as a file or pasted. */
export function DocumentForm({ errors, text }: { errors?: FieldErrors | undefined; text: string }) {
  const isReading = useNavigation().formData?.get('intent') === 'look'
  return (
    <Form method="post" encType="multipart/form-data" className="mt-4 grid max-w-160 gap-5">
      <ErrorSummary errors={errors} title="This cannot be read yet" />
      <FileField
        name="file"
        label="File"
        description="Plain text, Markdown, CSV or JSON in UTF-8, at most 5 MB."
        accept=".txt,.text,.md,.markdown,.csv,.tsv,.json,text/plain,text/markdown,text/csv,application/json"
        mostMegabytes={5}
        errors={errors}
      />
      <TextAreaField
        name="text"
        label="Or paste a text"
        description="Not read when a file is chosen."
        rows={8}
        defaultValue={text}
        className="[&_textarea]:max-h-96"
        errors={errors}
      />
      <FormActions>
        <Button type="submit" variant="primary" name="intent" value="look" disabled={isReading}>
          {isReading ? 'Reading…' : 'See what it holds'}
        </Button>
      </FormActions>
    </Form>
  )
}
