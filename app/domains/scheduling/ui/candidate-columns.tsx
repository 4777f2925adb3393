import { paths } from '#app/paths.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { appColumns } from '#app/ui/use-app-table.ts'
import { Moment } from '#app/ui/moment.tsx'
import type { CandidateListRow, CandidateState } from '../candidate-list.ts'

const column = appColumns<CandidateListRow>()

export const candidateStateWords: Record<CandidateState, string> = {
  active: 'On a panel',
  'no-panel': 'On no panel',
  withdrawn: 'Withdrawn',
  erased: 'Erased',
}

/** The columns of the list of candidates; the server searches, filters and sorts. */
export const candidateColumns = column.columns([
  column.accessor('name', {
    header: 'Candidate',
    cell: ({ row }) => (
      <>
        <TextLink look="plain" to={paths.candidate(row.original.id)} className="wrap-anywhere">
          {row.original.name}
        </TextLink>
        {row.original.email ? (
          <span className="block wrap-anywhere text-ink-2">{row.original.email}</span>
        ) : null}
      </>
    ),
  }),
  column.accessor('code', { header: 'Code', cell: ({ row }) => <code>{row.original.code}</code> }),
  column.accessor('panels', {
    header: 'Panel',
    enableSorting: false,
    cell: ({ row }) => <Panels candidate={row.original} />,
  }),
  column.accessor('planned', { header: 'Interviews planned', meta: { align: 'end' } }),
  column.accessor('nextAtMs', {
    id: 'next',
    header: 'Next interview',
    cell: ({ row }) =>
      row.original.next ? <Moment when={row.original.next} /> : <span className="text-ink-2">None</span>,
  }),
  column.accessor('createdAtMs', {
    id: 'added',
    header: 'Added',
    cell: ({ row }) => <Moment when={row.original.added} />,
  }),
])

function Panels({ candidate }: { candidate: CandidateListRow }) {
  if (candidate.state === 'erased') return <span className="text-ink-2">Erased</span>
  if (candidate.panels.length === 0) return <span className="text-ink-2">On no panel</span>
  return (
    <ul className="grid gap-0.5">
      {candidate.panels.map((panel) => (
        <li key={panel.id} className="flex flex-wrap gap-x-2">
          {panel.name} {panel.isWithdrawn ? <StatusTag status="withdrawn" /> : null}
        </li>
      ))}
    </ul>
  )
}

/** The view of the list in the URL; `panel` and `state` are filters without a column. */
export const candidateTableView = {
  columnIds: ['name', 'code', 'panels', 'planned', 'next', 'added', 'state', 'panel'],
  defaultSorting: [{ id: 'added', desc: true }],
}
