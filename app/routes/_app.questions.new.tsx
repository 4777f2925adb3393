import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { datedAnswer, statusOfAnswer } from '#app/domains/question-bank/editor/dated-answer.ts'
import { readPostedEditor } from '#app/domains/question-bank/editor/posted-editor.ts'
import { getNewEditor } from '#app/domains/question-bank/editor/read-editor.server.ts'
import { saveEditor } from '#app/domains/question-bank/editor/save-editor.server.ts'
import { QuestionEditor } from '#app/domains/question-bank/ui/question-editor.tsx'
import { requirePerson, requirePersonAndForm, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'bank.edit' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'New question · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return { view: unwrap(getNewEditor(ctx)), formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, form } = await requirePersonAndForm(args, handle.rule)
  const saved = unwrap(saveEditor(ctx, { kind: 'new' }, readPostedEditor(form)))
  if ('to' in saved) return redirect(saved.to)
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  return data(datedAnswer(saved.answer, as), statusOfAnswer(saved.answer))
}

export default function NewQuestion() {
  const { view, formKey } = useLoaderData<typeof loader>()
  return (
    <QuestionEditor
      title="New question"
      crumbs={[{ to: paths.questions(), label: 'Questions' }]}
      view={view}
      formKey={formKey}
      answer={useActionData<typeof action>()}
    />
  )
}
