import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  type MetaFunction,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { bankQuerySchema, editFrameSchema, formQuerySchema } from '#app/domains/panels/page.schema.ts'
import { historyStepSchema, panelEditSchema } from '#app/domains/panels/panel-edit.schema.ts'
import { offerSwaps } from '#app/domains/panels/planner/propose.server.ts'
import { getBuilderPage } from '#app/domains/panels/read-panel.server.ts'
import { searchBankFor } from '#app/domains/panels/search-bank.server.ts'
import { editPanel, stepThroughHistory } from '#app/domains/panels/use-cases.server.ts'
import { PanelBuilder } from '#app/domains/panels/ui/panel-builder.tsx'
import type { EditAnswer } from '#app/domains/panels/ui/editor.tsx'
import { errorsByField, readForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { invalid } from '#app/lib/result.ts'
import { readSearchParams } from '#app/lib/search-params.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'panel.edit' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.head.name ?? 'panel'} · Panelist` },
]

/** A refused edit changes the page as well: it then shows the present state. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = args.params.panelId ?? ''
  const { form } = formOf(args.request)
  const page = unwrap(getBuilderPage(ctx, { panelId, form }))
  const {
    bank: interviewId,
    swap: questionId,
    ...asked
  } = bankQuerySchema.parse(readSearchParams(args.request.url))
  const bank = interviewId ? unwrap(searchBankFor(ctx, { plan: page.plan, interviewId, ...asked })) : null
  const swap = questionId ? unwrap(offerSwaps(ctx, { panelId, questionId, form })) : null
  return { ...page, bank, swap }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = args.params.panelId ?? ''
  const fields = fieldsOf(await readForm(args.request))
  const frame = editFrameSchema.safeParse(fields)
  if (!frame.success) return refuse('Reload the page and try again.', 422)
  const { revision, answer } = frame.data
  const step = historyStepSchema.safeParse(fields)
  const edit = panelEditSchema.safeParse(fields)
  const result = step.success
    ? stepThroughHistory(ctx, { panelId, revision, step: step.data.intent })
    : edit.success
      ? editPanel(ctx, { panelId, revision, edit: edit.data, ...formOf(args.request) })
      : invalid('', Object.values(errorsByField(edit.error)).flat().join(' '))
  if (!result.ok) {
    if (result.error.kind === 'conflict') return refuse(result.error.message, 409)
    if (result.error.kind === 'invalid')
      return refuse(Object.values(result.error.errors).flat().join(' '), 422)
    return unwrap(result)
  }
  if (answer === 'data') {
    const at = new Date(ctx.now).toISOString().slice(11, 16)
    return { ok: true, ...result.value, at } satisfies EditAnswer
  }
  return redirect(paths.editPanel(panelId) + new URL(args.request.url).search)
}

function refuse(message: string, status: 409 | 422) {
  return data({ ok: false, message, isConflict: status === 409 } satisfies EditAnswer, status)
}

function formOf(request: Request) {
  return formQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
}

/** Repeated fields as arrays, empty ones as not given, except in the table of weights, where each cell counts. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name)
    fields[name] = all.length > 1 ? all : all[0]
  }
  return fields
}

export default function EditPanel() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<EditAnswer>()
  const refusal = answer && !answer.ok ? answer.message : null
  return <PanelBuilder page={page} bank={page.bank} swap={page.swap} refusal={refusal} />
}
