import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { draftIdSchema } from '#app/domains/question-bank/editor/editor-query.schema.ts'
import { datedAnswer, statusOfAnswer } from '#app/domains/question-bank/editor/dated-answer.ts'
import { readPostedEditor } from '#app/domains/question-bank/editor/posted-editor.ts'
import { getDraftEditor } from '#app/domains/question-bank/editor/read-editor.server.ts'
import { saveEditor } from '#app/domains/question-bank/editor/save-editor.server.ts'
import { QuestionEditor } from '#app/domains/question-bank/ui/question-editor.tsx'
import { localOf } from '#app/lib/dates.ts'
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
import { DoneToast } from '#app/ui/done-toast.tsx'

export const handle = { rule: 'bank.edit' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.view.draft.title || 'Draft'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { draftId } = parseOr404(draftIdSchema, args.params)
  const view = unwrap(getDraftEditor(ctx, draftId))
  const savedAt = localOf(view.savedAtMs ?? ctx.now, zoneOf(args.request)).time
  return { view, formKey: newId(), savedAt, draftId }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, form } = await requirePersonAndForm(args, handle.rule)
  const { draftId: id } = parseOr404(draftIdSchema, args.params)
  const posted = readPostedEditor(form)
  const { revision, base } = posted
  const saved = unwrap(saveEditor(ctx, { kind: 'draft', id, revision, base }, posted))
  if ('to' in saved) return redirect(saved.to)
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  return data(datedAnswer(saved.answer, as), statusOfAnswer(saved.answer))
}

const doneWords = {
  saved: 'Saved as a draft.',
  kept: 'That draft was finished or thrown away meanwhile. What you typed stands here, in a draft of your own.',
}

export default function Draft() {
  const { view, formKey, savedAt, draftId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { question, draft } = view
  return (
    <>
      <DoneToast words={doneWords} />
      <QuestionEditor
        key={draftId}
        title={question ? `Edit “${question.title}”, draft` : draft.title || 'Draft without a title'}
        crumbs={[
          { to: paths.questions(), label: 'Questions' },
          { to: paths.drafts(), label: 'Drafts' },
        ]}
        view={view}
        formKey={formKey}
        answer={answer}
        savedAt={savedAt}
      />
    </>
  )
}
