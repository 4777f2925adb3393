import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { comparedCrumbs } from '#app/domains/debrief/compared-crumbs.ts'
import { getComparisonPlots } from '#app/domains/debrief/plots/plot-use-cases.server.ts'
import { ComparisonPlots } from '#app/domains/debrief/ui/comparison-plots.tsx'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'comparison.read' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Plots, ${data.panelName} · Panelist` : 'Plots · Panelist' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { panelId } = parseOr404(z.object({ panelId: z.string() }), args.params)
  return unwrap(await getComparisonPlots(ctx, { panelId }))
}

export default function Plots() {
  const { panelId, panelName, isPast, plots } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Plots"
        crumbs={[
          ...comparedCrumbs({ panelId, panelName, isPast }),
          { to: paths.comparison(panelId), label: 'Comparison' },
        ]}
        lead={
          isPast
            ? 'From the ratings of the file, and nothing else.'
            : 'From the scorecards that you may see, and nothing else.'
        }
      />
      {plots.isEmpty ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="No scores to draw yet"
            action={<LinkButton to={paths.comparison(panelId)}>Comparison</LinkButton>}
          >
            Scorecards open once everybody has rated for themselves; then the pictures stand here.
          </EmptyState>
        </div>
      ) : (
        <ComparisonPlots plots={plots} />
      )}
    </>
  )
}
