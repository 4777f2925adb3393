import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import {
  emptyCompetencyForm,
  readCompetencyForm,
} from '#app/domains/question-bank/competencies/competency-form.ts'
import { createCompetency } from '#app/domains/question-bank/competencies/use-cases.server.ts'
import { formKeySchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { CompetencyFields } from '#app/domains/question-bank/ui/competency-fields.tsx'
import { formRefusal, parseOr404, readForm, requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.define' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'New competency · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  requirePerson(args, handle.rule)
  return { formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const posted = await readForm(args.request)
  const formKey = parseOr404(formKeySchema, Object.fromEntries(posted))
  const form = readCompetencyForm(posted)
  const made = createCompetency(ctx, { formKey, form })
  if (made.ok) return redirect(`${paths.competency(made.value.id)}?done=created`)
  const refusal = formRefusal(made.error)
  return data({ ...refusal.data, form }, refusal.init ?? 422)
}

export default function NewCompetency() {
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead title="New competency" crumbs={[{ to: paths.competencies(), label: 'Competencies' }]} />
      <Form method="post" noValidate className="mt-5">
        <ErrorSummary errors={answer?.errors} />
        <input type="hidden" name="formKey" value={formKey} />
        <CompetencyFields form={answer?.form ?? emptyCompetencyForm} errors={answer?.errors} />
        <FormActions>
          <Button type="submit" variant="primary">
            Save the competency
          </Button>
          <LinkButton to={paths.competencies()}>Cancel</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
