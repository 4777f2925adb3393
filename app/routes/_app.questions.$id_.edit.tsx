import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { datedAnswer, statusOfAnswer } from '#app/domains/question-bank/editor/dated-answer.ts'
import { readPostedEditor } from '#app/domains/question-bank/editor/posted-editor.ts'
import { getQuestionEditor } from '#app/domains/question-bank/editor/read-editor.server.ts'
import { saveEditor } from '#app/domains/question-bank/editor/save-editor.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { QuestionEditor } from '#app/domains/question-bank/ui/question-editor.tsx'
import { findQuestionOffer } from '#app/domains/question-bank/versions/offers.server.ts'
import {
  parseOr404,
  requirePerson,
  requirePersonAndForm,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'bank.edit' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.view.question?.title ?? 'a question'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  return { view: unwrap(getQuestionEditor(ctx, id)), formKey: newId(), offer: findQuestionOffer(ctx, id) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, form } = await requirePersonAndForm(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const posted = readPostedEditor(form)
  const saved = unwrap(saveEditor(ctx, { kind: 'question', id, base: posted.base ?? 0 }, posted))
  if ('to' in saved) return redirect(saved.to)
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  return data(datedAnswer(saved.answer, as), statusOfAnswer(saved.answer))
}

export default function EditQuestion() {
  const { view, formKey, offer } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!view.question) return null
  const { id, title } = view.question
  return (
    <QuestionEditor
      key={id}
      title={`Edit “${title}”`}
      crumbs={[
        { to: paths.questions(), label: 'Questions' },
        { to: paths.question(id), label: title },
      ]}
      view={view}
      formKey={formKey}
      answer={answer}
      offer={offer}
    />
  )
}
