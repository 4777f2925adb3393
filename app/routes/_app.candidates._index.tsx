import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams, type MetaFunction } from '@remix-run/react'
import { getCandidateList } from '#app/domains/scheduling/read-candidates.server.ts'
import {
  candidateColumns,
  candidateStateWords,
  candidateTableView,
} from '#app/domains/scheduling/ui/candidate-columns.tsx'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { readTableView, toggleFilter, type TableView } from '#app/ui/table-view.ts'
import { useAppTable } from '#app/ui/use-app-table.ts'
import { useTableView } from '#app/ui/use-table-view.ts'

export const handle = { rule: 'candidate.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Candidates · Panelist' }]

function valuesOf(view: TableView, id: string): string[] {
  return view.filters.find((filter) => filter.id === id)?.values ?? []
}

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const params = new URL(args.request.url).searchParams
  const view = readTableView(params, candidateTableView)
  const query = {
    search: view.search,
    states: valuesOf(view, 'state'),
    panelIds: valuesOf(view, 'panel'),
    sorting: view.sorting,
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  }
  return unwrap(getCandidateList(ctx, { ...query, zone: zoneOf(args.request) }))
}

export default function Candidates() {
  const { rows, shown, all, page, pages, states, panels, mayEdit } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const { view, setView, toView } = useTableView(candidateTableView)
  const table = useAppTable({
    data: rows,
    columns: candidateColumns,
    getRowId: (row) => row.id,
    view,
    onViewChange: setView,
    isServerSide: true,
  })
  const done = params.get('done') ?? ''
  const added = /^imported-(\d+)$/.exec(done)?.[1]
  const actions = mayEdit ? (
    <>
      <LinkButton to={paths.importCandidates()}>Import</LinkButton>
      <LinkButton to={paths.newCandidate()} variant="primary">
        Add a candidate
      </LinkButton>
    </>
  ) : null
  return (
    <>
      <DoneToast
        words={added ? { [done]: added === '1' ? '1 candidate added.' : `${added} candidates added.` } : {}}
      />
      <PageHead title="Candidates" actions={actions} />
      {all === 0 ? (
        <div className="mt-6">
          <EmptyState level={2} title="No candidate yet">
            {mayEdit
              ? 'Add people one by one, or import a list from a spreadsheet. Then put them on a panel and plan their interviews.'
              : 'The candidates whom you interview will stand here once their sessions are planned.'}
          </EmptyState>
        </div>
      ) : (
        <>
          <form role="search" className="mt-4 flex flex-wrap items-center gap-2">
            <SearchField
              label="Search candidates"
              placeholder="Name, code or e-mail"
              defaultValue={view.search}
              onSearch={(search) => setView({ ...view, search })}
            />
            {states.map(({ state, count }) => (
              <ChipLink
                key={state}
                isOn={valuesOf(view, 'state').includes(state)}
                count={count}
                to={toView(toggleFilter(view, 'state', state))}
              >
                {candidateStateWords[state]}
              </ChipLink>
            ))}
            {panels.map((panel) => (
              <ChipLink
                key={panel.id}
                isOn={valuesOf(view, 'panel').includes(panel.id)}
                count={panel.count}
                to={toView(toggleFilter(view, 'panel', panel.id))}
              >
                {panel.name}
              </ChipLink>
            ))}
            <p role="status" className="ml-auto text-dense text-ink-2">
              {shown === 1 ? '1 candidate' : `${shown} candidates`}
            </p>
          </form>
          <div className="mt-3">
            <DataTable
              table={table}
              caption="Candidates"
              isCaptionHidden
              minWidth={820}
              empty={
                <EmptyState
                  title="No candidate fits"
                  action={<LinkButton to={paths.candidates()}>Show all candidates</LinkButton>}
                >
                  Take a filter away or search for another word.
                </EmptyState>
              }
            />
            <Pagination
              page={page}
              pages={pages}
              toPage={(to) => {
                const next = new URLSearchParams(params)
                next.set('page', String(to))
                return `?${next}`
              }}
            />
          </div>
        </>
      )}
    </>
  )
}
