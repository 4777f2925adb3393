import { paths } from '#app/paths.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { appColumns } from '#app/ui/use-app-table.ts'
import type { PersonListItem } from '../person-list.ts'

const column = appColumns<PersonListItem>()

/** The columns of the list of people. */
export const peopleColumns = column.columns([
  column.accessor('name', {
    header: 'Name',
    cell: ({ row }) => (
      <TextLink look="plain" to={paths.person(row.original.id)}>
        {row.original.name}
      </TextLink>
    ),
  }),
  column.accessor('email', { header: 'E-mail' }),
  column.accessor('access', { header: 'Access' }),
  column.accessor('state', {
    header: 'State',
    cell: ({ row }) =>
      row.original.state === 'disabled' ? <StatusTag status="withdrawn" label="Disabled" /> : 'Active',
  }),
  column.accessor('lastSeenAtMs', {
    id: 'seen',
    header: 'Last seen',
    cell: ({ row }) => <span className="whitespace-nowrap">{row.original.lastSeen}</span>,
  }),
])

/** The view of the list in the URL. */
export const peopleTableView = {
  columnIds: ['name', 'email', 'access', 'state', 'seen'],
  defaultSorting: [{ id: 'name', desc: false }],
}
