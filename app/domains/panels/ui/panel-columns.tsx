import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { appColumns } from '#app/ui/use-app-table.ts'
import type { PanelListItem } from '../panel-views.ts'
import { PanelStatusTag } from './panel-status.tsx'

const column = appColumns<PanelListItem>()

/** The columns of the list of panels. */
export const panelColumns = column.columns([
  column.accessor('name', {
    header: 'Panel',
    cell: ({ row }) => (
      <TextLink look="plain" to={paths.panel(row.original.id)}>
        {row.original.name}
      </TextLink>
    ),
  }),
  column.accessor('roleName', { id: 'role', header: 'Role' }),
  column.accessor('status', {
    header: 'State',
    cell: ({ row }) => <PanelStatusTag status={row.original.status} words={row.original.statusWords} />,
  }),
  column.accessor('interviews', { header: 'Interviews', meta: { align: 'end' } }),
  column.accessor('questions', { header: 'Questions', meta: { align: 'end' } }),
  column.accessor('minutes', { header: 'Minutes', meta: { align: 'end' } }),
  column.accessor('candidates', { header: 'Candidates', meta: { align: 'end' } }),
  column.accessor('ownerName', { id: 'owner', header: 'Made by' }),
  column.accessor('updatedAtMs', {
    id: 'changed',
    header: 'Changed',
    cell: ({ row }) => <DayWords atMs={row.original.updatedAtMs} />,
  }),
])

/** A day as people write it; the exact time stands in the title. */
export function DayWords({ atMs }: { atMs: number }) {
  const date = new Date(atMs)
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <time
      dateTime={date.toISOString()}
      title={`${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`}
      className="whitespace-nowrap"
    >
      {day}
    </time>
  )
}

/** The view of the list in the URL. */
export const panelTableView = {
  columnIds: [
    'name',
    'role',
    'status',
    'interviews',
    'questions',
    'minutes',
    'candidates',
    'owner',
    'changed',
  ],
  defaultSorting: [{ id: 'changed', desc: true }],
}
