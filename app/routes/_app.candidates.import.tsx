import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { importFormSchema } from '#app/domains/scheduling/candidate.schema.ts'
import {
  getPanelChoices,
  importCandidates,
  previewImport,
} from '#app/domains/scheduling/import-use-cases.server.ts'
import { ImportPreview } from '#app/domains/scheduling/ui/import-preview.tsx'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const handle = { rule: 'candidate.edit' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Import candidates · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return { panels: unwrap(getPanelChoices(ctx)), formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, importFormSchema)
  if (!form.ok) {
    const { panelId = '', text = '' } = form.values
    return data({ errors: form.errors, values: { panelId, text } }, 422)
  }
  const values = { panelId: form.value.panelId ?? '', text: '' }
  if (form.value.intent === 'confirm') {
    const made = importCandidates(ctx, form.value)
    if (!made.ok) return formRefusal(made.error, values)
    return redirect(`${paths.candidates()}?done=imported-${made.value.added}`)
  }
  const { file, text } = form.value
  values.text = text
  const hasFile = file !== undefined && file.size > 0
  const preview = previewImport(
    ctx,
    hasFile ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text),
  )
  if (!preview.ok) return formRefusal(preview.error, values)
  return data({ errors: null, values, rows: preview.value })
}

export default function ImportCandidates() {
  const { panels, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const rows = answer && 'rows' in answer ? answer.rows : undefined
  const panelId = answer?.values.panelId ?? ''
  return (
    <>
      <PageHead
        title="Import candidates"
        crumbs={[{ to: paths.candidates(), label: 'Candidates' }]}
        lead="From a CSV file, as any spreadsheet saves it, or pasted: one candidate on each line, at most 5,000. Nothing is added before you have seen what will happen."
      />
      <Form method="post" encType="multipart/form-data" className="mt-5 grid max-w-130 gap-5">
        <ErrorSummary errors={answer?.errors} title="Nothing can be imported yet" />
        <FileField
          name="file"
          label="CSV file"
          description="Head the columns Name (or First name and Last name), E-mail, Code and CV link. All but the name may be missing."
          accept=".csv,.tsv,.txt,text/csv"
          errors={answer?.errors}
        />
        <TextAreaField
          name="text"
          label="Or paste the lines"
          description="Copied from a spreadsheet with their headings, or typed with commas. Not read when a file is chosen."
          rows={4}
          defaultValue={answer?.values.text}
          className="[&_textarea]:max-h-60"
          spellCheck={false}
          errors={answer?.errors}
        />
        <SelectField
          name="panelId"
          label="Put them on a panel (optional)"
          placeholder="On no panel yet"
          defaultValue={panelId}
          options={panels.map((panel) => ({ value: panel.id, label: `${panel.name} (${panel.roleName})` }))}
          errors={answer?.errors}
        />
        <FormActions>
          <Button type="submit" variant={rows ? undefined : 'primary'} name="intent" value="preview">
            {rows ? 'Look again' : 'Look at the file or lines'}
          </Button>
        </FormActions>
      </Form>
      {rows ? (
        <ImportPreview
          rows={rows}
          panelId={panelId}
          panelName={panels.find((panel) => panel.id === panelId)?.name ?? null}
          formKey={formKey}
        />
      ) : null}
    </>
  )
}
