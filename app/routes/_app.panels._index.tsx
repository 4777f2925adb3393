import { useLoaderData, type MetaFunction } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useMemo } from 'react'
import { listPanels } from '#app/domains/panels/read-panel.server.ts'
import type { PanelStatus } from '#app/domains/panels/panel.ts'
import { panelColumns, panelTableView } from '#app/domains/panels/ui/panel-columns.tsx'
import { counted } from '#app/domains/panels/panel.ts'
import { mayAny, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { toggleFilter } from '#app/ui/table-view.ts'
import { useAppTable } from '#app/ui/use-app-table.ts'
import { useTableView } from '#app/ui/use-table-view.ts'

export const handle = { rule: 'panel.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Panels · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return { ...unwrap(listPanels(ctx)), mayReadRounds: mayAny(ctx, 'round.read') }
}

const states: { value: PanelStatus; label: string }[] = [
  { value: 'draft', label: 'Draft' },
  { value: 'published', label: 'Published' },
  { value: 'changed', label: 'Changed since' },
  { value: 'archived', label: 'Archived' },
]

export default function Panels() {
  const { panels, mayCreate, mayReadRounds } = useLoaderData<typeof loader>()
  const { view, setView, toView } = useTableView(panelTableView)
  const isOn = (id: string, value: string) =>
    view.filters.some((filter) => filter.id === id && filter.values.includes(value))
  // Archived panels stay out of the way until somebody asks for them.
  const withArchived = isOn('status', 'archived')
  const rows = useMemo(
    () => panels.filter((panel) => panel.status !== 'archived' || withArchived),
    [panels, withArchived],
  )
  const table = useAppTable({
    data: rows,
    columns: panelColumns,
    getRowId: (panel) => panel.id,
    view,
    onViewChange: setView,
  })
  const roles = [...new Set(panels.map((panel) => panel.roleName))].toSorted()
  const shown = table.getRowModel().rows.length
  const create = mayCreate ? (
    <LinkButton to={paths.newPanel()} variant="primary">
      New panel
    </LinkButton>
  ) : null
  const pastRounds = mayReadRounds ? <LinkButton to={paths.pastRounds()}>Past rounds</LinkButton> : null
  if (panels.length === 0)
    return (
      <>
        <PageHead title="Panels" actions={pastRounds} />
        <div className="mt-6">
          <EmptyState level={2} title="No panel yet" action={create}>
            A panel is the plan for filling one opening: its interviews, their questions and who asks them.
            Start from a role’s recommended panel and change what you like.
          </EmptyState>
        </div>
      </>
    )
  return (
    <>
      <PageHead
        title="Panels"
        actions={
          <>
            {pastRounds}
            {create}
          </>
        }
      />
      <form role="search" className="mt-4 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search panels"
          defaultValue={view.search}
          onSearch={(search) => setView({ ...view, search })}
        />
        {states.map((state) => (
          <ChipLink
            key={state.value}
            isOn={isOn('status', state.value)}
            count={panels.filter((panel) => panel.status === state.value).length}
            to={toView(toggleFilter(view, 'status', state.value))}
          >
            {state.label}
          </ChipLink>
        ))}
        {roles.length > 1
          ? roles.map((name) => (
              <ChipLink key={name} isOn={isOn('role', name)} to={toView(toggleFilter(view, 'role', name))}>
                {name}
              </ChipLink>
            ))
          : null}
        <p role="status" className="ml-auto text-dense text-ink-2">
          {counted(shown, 'panel')}
        </p>
      </form>
      <div className="mt-3">
        <DataTable
          table={table}
          caption="Panels"
          isCaptionHidden
          minWidth={900}
          empty={
            <EmptyState
              title="No panel fits"
              action={<LinkButton to={paths.panels()}>Show all panels</LinkButton>}
            >
              Take a filter away or search for another word.
            </EmptyState>
          }
        />
      </div>
    </>
  )
}
