import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { suggestQuerySchema } from '#app/domains/panels/page.schema.ts'
import { proposePlan } from '#app/domains/panels/planner/propose.server.ts'
import { ProposalPage } from '#app/domains/panels/ui/proposal-page.tsx'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'panel.edit' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A plan for ${data?.head.name ?? 'the panel'} · Panelist` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  const { mode, why, more } = suggestQuerySchema.parse(query)
  const input = { panelId: args.params.panelId ?? '', mode, why, isMoreAsked: more === '1' }
  return unwrap(await proposePlan(ctx, input, { signal: args.request.signal }))
}

export default function SuggestPlan() {
  return <ProposalPage proposed={useLoaderData<typeof loader>()} />
}
