import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, type MetaFunction } from '@remix-run/react'
import { loadBankSchema } from '#app/domains/question-bank/bank-files/bank-file.schema.ts'
import { loadBank } from '#app/domains/question-bank/bank-files/use-cases.server.ts'
import { LoadProblems } from '#app/domains/question-bank/ui/load-problems.tsx'
import { formRefusal, mayAny, parseForm, requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Bank as files · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return { mayLoad: mayAny(ctx, 'bank.define'), formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, loadBankSchema)
  if (!form.ok) return data({ errors: form.errors, values: {} }, 422)
  const { file, formKey } = form.value
  const bytes = new Uint8Array(await file.arrayBuffer())
  const loaded = loadBank(ctx, { formKey, name: file.name, bytes })
  if (!loaded.ok) return formRefusal(loaded.error)
  if ('problems' in loaded.value)
    return data({ errors: {}, values: {}, problems: loaded.value.problems }, 422)
  return redirect(`${paths.importBatch(loaded.value.batchId)}?done=loaded`)
}

export default function BankFiles() {
  const { mayLoad, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isLoading = useNavigation().state === 'submitting'
  const problems = answer && 'problems' in answer ? answer.problems : []
  return (
    <>
      <PageHead
        title="Bank as files"
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        lead="The whole bank as one zip: a JSON file for each scale, competency, question and role. Keep it in a repository, send it to another team, or start a new installation with it."
      />
      <Section title="Take it out">
        <p className="max-w-measure text-ink-2">
          Holds what is in use, in its current wording, and nothing about panels, candidates or people.
        </p>
        <p className="mt-3">
          <TextLink to={paths.bankZip()} reloadDocument download>
            Download the bank
          </TextLink>
        </p>
      </Section>
      {mayLoad ? (
        <Section title="Load such files">
          <p className="max-w-measure text-ink-2">
            What is new is added, what differs becomes a new version, the rest stays as it is. Published
            panels do not change. Nothing is loaded unless every file is right, and the whole load can be
            undone.
          </p>
          <Form method="post" encType="multipart/form-data" className="mt-4 grid max-w-130 gap-5">
            <input type="hidden" name="formKey" value={formKey} />
            <ErrorSummary errors={answer?.errors} title="Nothing was loaded" />
            <LoadProblems problems={problems} />
            <FileField
              name="file"
              label="Zip file"
              description="With the folders scales, competencies, questions and roles, or some of them."
              accept=".zip,application/zip"
              errors={answer?.errors}
            />
            <FormActions>
              <Button type="submit" variant="primary" disabled={isLoading}>
                {isLoading ? 'Loading…' : 'Load the files'}
              </Button>
            </FormActions>
          </Form>
        </Section>
      ) : null}
    </>
  )
}
