import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { formQuery } from '#app/domains/panels/forms/panel-form.ts'
import { suggestQuerySchema } from '#app/domains/panels/page.schema.ts'
import { describeStopped, followPlan, stopPlans } from '#app/domains/panels/planner/plan-jobs.server.ts'
import { PlanningPage } from '#app/domains/panels/ui/planning-page.tsx'
import { ProposalPage } from '#app/domains/panels/ui/proposal-page.tsx'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'panel.edit' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const head = data?.state === 'done' ? data.proposed.head : data?.head
  return [{ title: `A plan for ${head?.name ?? 'the panel'} · Panelist` }]
}

/** A script asks again by itself; a page without one waits as long as people wait for a page. */
const patienceMs = { script: 1_000, page: 10_000 }

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = args.params.panelId ?? ''
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  const { mode, why, more, stopped, form } = suggestQuerySchema.parse(query)
  const request = { panelId, mode, why, form, isMoreAsked: more === '1' }
  if (stopped) return unwrap(describeStopped(ctx, request))
  const asker = args.request.headers.get('Sec-Fetch-Dest') === 'empty' ? 'script' : 'page'
  return unwrap(await followPlan(ctx, request, { patienceMs: patienceMs[asker] }))
}

/** Calls the planning off. */
export function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = args.params.panelId ?? ''
  unwrap(stopPlans(ctx, panelId))
  const { mode, form } = suggestQuerySchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return redirect(paths.suggestPlan(panelId, { mode, stopped: '1', ...formQuery(form) }))
}

export default function SuggestPlan() {
  const planning = useLoaderData<typeof loader>()
  return planning.state === 'done' ? (
    <ProposalPage proposed={planning.proposed} />
  ) : (
    <PlanningPage planning={planning} />
  )
}
