import { Form } from '@remix-run/react'
import { ExternalLink } from 'lucide-react'
import type { FieldErrors } from '#app/lib/result.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Where a candidate's CV is; it opens beside this page, and its site is not told where from. */
export function CvLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      title={href}
      className="inline-flex min-h-6 items-center gap-1.5 text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      CV at {new URL(href).hostname}
      <ExternalLink aria-hidden />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  )
}

/** The field for the link. */
export function CvField({
  defaultValue,
  errors,
}: {
  defaultValue: string | undefined
  errors: FieldErrors | undefined
}) {
  return (
    <TextField
      name="cvUrl"
      label="CV link (optional)"
      description="Begins with https://. The file stays where it is; those who arrange the interviews and those who hold them can open it."
      defaultValue={defaultValue}
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      errors={errors}
    />
  )
}

type ChangeCvProps = {
  cvUrl: string | null
  /** What was typed and refused. */
  typed: string | undefined
  errors: FieldErrors | undefined
}

/** The form on a candidate's page that sets the link or takes it away. */
export function ChangeCv({ cvUrl, typed, errors }: ChangeCvProps) {
  return (
    <div className="mt-3 max-w-110 print:hidden">
      <Disclosure
        key={cvUrl}
        title={cvUrl === null ? 'Add a link to the CV' : 'Change the link to the CV'}
        isOpen={errors?.cvUrl !== undefined}
      >
        <Form method="post" className="grid justify-items-start gap-3">
          <div className="w-full">
            <CvField defaultValue={typed ?? cvUrl ?? undefined} errors={errors} />
          </div>
          <Button type="submit" name="intent" value="cv">
            Save the link
          </Button>
        </Form>
      </Disclosure>
    </div>
  )
}
