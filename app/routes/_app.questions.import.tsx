import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { withChoices, type ImportPreview } from '#app/domains/question-bank/import/import-preview.ts'
import { readChoices } from '#app/domains/question-bank/import/import-form.ts'
import { importQuestions } from '#app/domains/question-bank/import/import-questions.server.ts'
import {
  givenDocumentSchema,
  importQuestionsSchema,
} from '#app/domains/question-bank/import/import.schema.ts'
import { previewDocument } from '#app/domains/question-bank/import/read-document.server.ts'
import { DocumentForm } from '#app/domains/question-bank/ui/document-form.tsx'
import { DocumentPreview } from '#app/domains/question-bank/ui/document-preview.tsx'
import { listCompetencies, listRoles } from '#app/domains/question-bank/use-cases.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { formatDay } from '#app/lib/dates.ts'
import {
  errorsByField,
  formRefusal,
  readForm,
  requirePerson,
  typedValues,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'bank.import' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Import questions · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return {
    formKey: newId(),
    roles: unwrap(listRoles(ctx)).map(({ role }) => ({ value: role.id, label: role.name })),
    competencies: unwrap(listCompetencies(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** What the preview form carries along, besides what was decided about each part. */
type Carried = { text: string; fileName: string; name: string; roleId: string }

const encode = (text: string) => new TextEncoder().encode(text)

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await readForm(args.request)
  return form.get('intent') === 'confirm' ? confirm(ctx, form) : look(ctx, form, zoneOf(args.request))
}

async function look(ctx: Ctx, form: FormData, zone: string) {
  const values = { text: typedValues(form).text ?? '' }
  const parsed = givenDocumentSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return data({ errors: errorsByField(parsed.error), values }, 422)
  const { file } = parsed.data
  const isFile = file !== undefined && file.size > 0
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : encode(values.text)
  const fileName = isFile ? file.name.slice(-255) : ''
  const read = previewDocument(ctx, { bytes, fileName: fileName || undefined })
  if (!read.ok) return formRefusal(read.error, values)
  const name = (fileName || `Pasted on ${formatDay(ctx.now, zone)}`).slice(-120)
  return answer(read.value.preview, { text: read.value.text, fileName, name, roleId: '' })
}

function answer(preview: ImportPreview, carried: Carried) {
  return data({ errors: {}, values: { text: '' }, preview, carried })
}

function confirm(ctx: Ctx, form: FormData) {
  const parsed = importQuestionsSchema.safeParse(Object.fromEntries(form))
  const { text = '', fileName = '', name = '', roleId = '' } = typedValues(form)
  const given = { bytes: encode(text), fileName: fileName || undefined }
  const choices = readChoices(form)
  const made = parsed.success ? importQuestions(ctx, { ...given, ...parsed.data, ...given, choices }) : null
  if (made?.ok) return redirect(`${paths.importBatch(made.value.batchId)}?done=imported`)
  const read = previewDocument(ctx, given)
  if (!read.ok) return formRefusal(read.error, { text })
  const invalid = made?.error.kind === 'invalid' ? made.error.errors : {}
  const errors = parsed.success ? invalid : errorsByField(parsed.error)
  const carried: Carried = { text, fileName, name, roleId }
  return data(
    { errors, values: { text: '' }, preview: withChoices(read.value.preview, choices), carried },
    422,
  )
}

export default function ImportQuestions() {
  const { formKey, roles, competencies } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const shown = answered && 'preview' in answered ? answered : undefined
  const upload = <DocumentForm errors={shown ? {} : answered?.errors} text={answered?.values.text ?? ''} />
  return (
    <>
      <PageHead
        title="Import questions"
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        lead="From a document that you have: a list, a page copied from somewhere, a table. You see what was understood beside the source; nothing is stored before you say so, and every import can be undone."
        actions={<TextLink to={paths.imports()}>Earlier imports</TextLink>}
      />
      {shown ? (
        <>
          <div className="mt-4">
            <Disclosure title="Choose another document">{upload}</Disclosure>
          </div>
          <DocumentPreview
            key={shown.carried.text}
            preview={shown.preview}
            carried={shown.carried}
            errors={shown.errors}
            formKey={formKey}
            roles={roles}
            competencies={competencies}
          />
        </>
      ) : (
        upload
      )}
    </>
  )
}
