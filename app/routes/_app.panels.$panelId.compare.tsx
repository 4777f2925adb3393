import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { ChartScatter, Columns3, FileDown, Table } from 'lucide-react'
import { z } from 'zod'
import { ImportedToast } from '#app/domains/calibration/ui/imported-toast.tsx'
import { listDecisionChips } from '#app/domains/debrief/meeting/list.server.ts'
import { readChoice } from '#app/domains/debrief/comparison-choice.ts'
import { getComparisonPage } from '#app/domains/debrief/comparison-page.server.ts'
import { comparedCrumbs } from '#app/domains/debrief/compared-crumbs.ts'
import { fitsSideBySide } from '#app/domains/debrief/side-by-side/side-choice.ts'
import { useComparison } from '#app/domains/debrief/ui/use-comparison.ts'
import { ComparisonFacts } from '#app/domains/debrief/ui/comparison-facts.tsx'
import { ComparisonHead } from '#app/domains/debrief/ui/comparison-head.tsx'
import { ComparisonGrid } from '#app/domains/debrief/ui/comparison-grid.tsx'
import { DecisionChips } from '#app/domains/debrief/ui/decision-chip.tsx'
import { WaitingList } from '#app/domains/debrief/ui/waiting-list.tsx'
import { mayAny, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pill } from '#app/ui/pill.tsx'

/** Below the table and closed at first: it may come after everything else. */
const WhatIfWeights = lazy(async () => {
  const { WhatIfWeights } = await import('#app/domains/debrief/ui/what-if-weights.tsx')
  return { default: WhatIfWeights }
})

export const handle = { rule: 'comparison.read' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Comparison, ${data.panelName} · Panelist` : 'Comparison · Panelist' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { panelId } = parseOr404(z.object({ panelId: z.string() }), args.params)
  return {
    ...unwrap(await getComparisonPage(ctx, { panelId })),
    decisions: listDecisionChips(ctx, { panelId }),
    mayAdd: mayAny(ctx, 'candidate.edit'),
  }
}

/** Order, filters, columns and the kind of score are views of what is there already. */
export { isMoreThanView as shouldRevalidate } from '#app/lib/revalidate.ts'

export default function Compare() {
  const { packed, decisions, mayAdd } = useLoaderData<typeof loader>()
  const { view, waiting } = useComparison(packed)
  const [params] = useSearchParams()
  const chosen = readChoice(params)
  const isCalibrated = view.calibration.kind === 'calibrated' && chosen.kind === 'calibrated'
  const kept = chosen.kept.filter((id) => view.rows.some((row) => row.applicationId === id))
  const fits = fitsSideBySide(kept.length)
  const hasScores = view.rows.some((row) => row.visible > 0)
  return (
    <div className="[page:wide]">
      <PageHead
        title="Comparison"
        crumbs={comparedCrumbs(view)}
        status={view.isPast ? <Pill>Past round, read only</Pill> : undefined}
        actions={
          view.rows.length === 0 ? null : (
            <>
              <LinkButton to={paths.sideBySide(view.panelId, fits ? { ids: kept.join(',') } : {})}>
                <Columns3 aria-hidden /> Side by side{fits ? ` (${kept.length})` : null}
              </LinkButton>
              <LinkButton to={paths.comparisonPlots(view.panelId)}>
                <ChartScatter aria-hidden /> Plots
              </LinkButton>
              <LinkButton to={paths.comparisonCsv(view.panelId)} reloadDocument>
                <Table aria-hidden /> Download CSV
              </LinkButton>
              <LinkButton to={paths.print('comparison', view.panelId)}>
                <FileDown aria-hidden /> Comparison PDF
              </LinkButton>
              <LinkButton to={paths.print('debrief', view.panelId)} variant="primary">
                <FileDown aria-hidden /> {view.isPast ? 'Packet PDF' : 'Debrief PDF'}
              </LinkButton>
            </>
          )
        }
      />
      {view.isPast ? <ImportedToast roundId={view.panelId} /> : null}
      <ComparisonFacts view={view} />
      {view.rows.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="No candidate on this panel yet"
            action={
              mayAdd ? (
                <LinkButton to={paths.newCandidate()} variant="primary">
                  Add a candidate
                </LinkButton>
              ) : null
            }
          >
            Candidates appear here once they are on the panel; their scores follow with the first open
            scorecards.
          </EmptyState>
        </div>
      ) : (
        <>
          <ComparisonHead view={view} kind={isCalibrated ? 'calibrated' : 'raw'} />
          {hasScores ? null : <WaitingList rows={view.rows} waiting={waiting} />}
          <DecisionChips value={decisions}>
            <ComparisonGrid view={view} kind={isCalibrated ? 'calibrated' : 'raw'} waiting={waiting} />
          </DecisionChips>
          <Suspense fallback={null}>
            <WhatIfWeights view={view} kind={isCalibrated ? 'calibrated' : 'raw'} />
          </Suspense>
        </>
      )}
    </div>
  )
}
