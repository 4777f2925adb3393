import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSubmit, type MetaFunction } from '@remix-run/react'
import { makeFormB, removeFormB } from '#app/domains/panels/forms/form-use-cases.server.ts'
import { getFormsPage } from '#app/domains/panels/forms/read-forms.server.ts'
import { formActSchema } from '#app/domains/panels/page.schema.ts'
import { FormsPage } from '#app/domains/panels/ui/forms-page.tsx'
import { stepThroughHistory } from '#app/domains/panels/use-cases.server.ts'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'

export const handle = { rule: 'panel.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Forms of ${page?.head.name ?? 'the panel'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return unwrap(getFormsPage(ctx, { panelId: args.params.panelId ?? '' }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'panel.edit')
  const panelId = args.params.panelId ?? ''
  const form = await parseForm(args.request, formActSchema)
  if (!form.ok) return data({ errors: { '': ['Reload the page and try again.'] } }, 422)
  const { intent, revision } = form.value
  const result =
    intent === 'make-form'
      ? await makeFormB(ctx, { panelId, revision }, { signal: args.request.signal })
      : intent === 'remove-form'
        ? removeFormB(ctx, { panelId, revision })
        : stepThroughHistory(ctx, { panelId, revision, step: intent })
  if (!result.ok) return formRefusal(result.error)
  return redirect(paths.panelForms(panelId, { done: doneOf[intent] }))
}

const doneOf = { 'make-form': 'made', 'remove-form': 'removed', 'undo-this': 'undone' }
const doneWords = {
  made: 'Made form B. It is yours to change; candidates get it once it is published.',
  removed: 'Removed form B from the draft. What was published stays.',
  undone: 'Taken back.',
}

export default function PanelForms() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const submit = useSubmit()
  const takeBack = () => submit({ intent: 'undo-this', revision: String(page.revision) }, { method: 'post' })
  return (
    <>
      <DoneToast words={doneWords} undo={page.may.edit ? { made: takeBack, removed: takeBack } : {}} />
      <FormsPage page={page} errors={answer?.errors} />
    </>
  )
}
