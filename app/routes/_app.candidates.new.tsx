import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { newCandidateSchema } from '#app/domains/scheduling/candidate.schema.ts'
import { createCandidate, getNewCandidateForm } from '#app/domains/scheduling/candidate-use-cases.server.ts'
import { CvField } from '#app/domains/scheduling/ui/cv-link.tsx'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle = { rule: 'candidate.edit' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Add a candidate · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = new URL(args.request.url).searchParams.get('panel')
  return { ...unwrap(getNewCandidateForm(ctx)), formKey: newId(), panelId }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, newCandidateSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, 422)
  const made = createCandidate(ctx, form.value)
  if (made.ok) return redirect(`${paths.candidate(made.value.candidateId)}?done=added`)
  const { name, email = '', code = '', cvUrl = '', panelId = '' } = form.value
  return formRefusal(made.error, { name, email, code, cvUrl, panelId })
}

export default function NewCandidate() {
  const { panels, code, formKey, panelId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = answer?.errors
  const values: Record<string, string | undefined> = answer?.values ?? {}
  return (
    <>
      <PageHead title="Add a candidate" crumbs={[{ to: paths.candidates(), label: 'Candidates' }]} />
      <Form method="post" className="mt-5 grid max-w-110 gap-5">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="formKey" value={formKey} />
        <TextField
          name="name"
          label="Name"
          defaultValue={values.name}
          maxLength={120}
          autoComplete="off"
          required
          errors={errors}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail (optional)"
          description="Only those who arrange interviews see it."
          defaultValue={values.email}
          autoComplete="off"
          errors={errors}
        />
        <TextField
          name="code"
          label="Code"
          description="Printed instead of the name when a kit is blind. Keep this one or write your own."
          defaultValue={values.code ?? code}
          autoComplete="off"
          spellCheck={false}
          errors={errors}
        />
        <CvField defaultValue={values.cvUrl} errors={errors} />
        <SelectField
          name="panelId"
          label="Panel (optional)"
          placeholder="On no panel yet"
          defaultValue={values.panelId ?? panelId ?? ''}
          options={panels.map((panel) => ({ value: panel.id, label: `${panel.name} (${panel.roleName})` }))}
          errors={errors}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Add the candidate
          </Button>
          <LinkButton to={paths.candidates()}>Cancel</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
