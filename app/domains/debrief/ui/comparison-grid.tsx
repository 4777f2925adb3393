import { useMemo, type CSSProperties } from 'react'
import { ChipLink } from '#app/ui/chip.tsx'
import { ColumnChooser } from '#app/ui/column-chooser.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Legend } from '#app/ui/legend.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { toggleFilter, type TableView } from '#app/ui/table-view.ts'
import { useAppTable } from '#app/ui/use-app-table.ts'
import { useTableView } from '#app/ui/use-table-view.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'
import type { Waiting } from '../waiting.ts'
import {
  comparisonColumnIds,
  comparisonColumns,
  flags,
  flagsOf,
  type RowFlag,
} from './comparison-columns.tsx'

const flagWords: Record<RowFlag, string> = {
  apart: 'Disagreement',
  'bar-unclear': 'Bar unclear',
  missing: 'Something missing',
}

/** Px across a landscape sheet of Letter, the narrower one, between its margins. */
const paperWidth = 970

type ComparisonGridProps = { view: ComparisonView; waiting: Readonly<Record<string, Waiting>> }

/** The table of the comparison with its search, filters and columns; what a reader chose stands in the URL. */
export function ComparisonGrid({ view, waiting }: ComparisonGridProps) {
  const options = useMemo(() => ({ columnIds: comparisonColumnIds(view) }), [view])
  const columns = useMemo(() => comparisonColumns({ view, waiting }), [view, waiting])
  const { view: chosen, setView, toView } = useTableView(options)
  const table = useAppTable({
    data: view.rows,
    columns,
    getRowId: (row) => row.applicationId,
    // The flags are there to filter by; the column itself never shows.
    view: { ...chosen, hidden: [...chosen.hidden, 'flags'] },
    onViewChange: (next: TableView) =>
      setView({ ...next, hidden: next.hidden.filter((id) => id !== 'flags') }),
  })
  const width = 420 + view.competencies.length * 128
  const onPaper: CSSProperties & { '--on-paper': number } = {
    '--on-paper': Math.min(1, paperWidth / width),
  }
  const shown = table.getRowModel().rows
  const isOn = (flag: RowFlag) =>
    chosen.filters.some((filter) => filter.id === 'flags' && filter.values.includes(flag))
  return (
    <>
      <form role="search" className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
        <SearchField
          label="Find a candidate"
          defaultValue={chosen.search}
          onSearch={(search) => setView({ ...chosen, search })}
        />
        {flags.map((flag) => (
          <ChipLink
            key={flag}
            isOn={isOn(flag)}
            count={view.rows.filter((row) => flagsOf(row).includes(flag)).length}
            to={toView(toggleFilter(chosen, 'flags', flag))}
          >
            {flagWords[flag]}
          </ChipLink>
        ))}
        <span className="ml-auto flex items-center gap-2">
          <span role="status" className="text-dense text-ink-2">
            {shown.length} of {view.rows.length}
          </span>
          <ColumnChooser table={table} hasPins />
        </span>
      </form>
      <div className="print:[zoom:var(--on-paper)]" style={onPaper}>
        <DataTable
          table={table}
          caption="Candidates by competency, raw scores"
          isCaptionHidden
          isGrid
          minWidth={width}
          lineBefore={
            chosen.sorting.length > 0
              ? undefined
              : (row, index) => groupLine(row.original, shown[index - 1]?.original)
          }
          empty={
            <EmptyState
              title="No candidate fits"
              action={
                <LinkButton to="?" replace>
                  Show all candidates
                </LinkButton>
              }
            >
              Take a filter away or search for another name.
            </EmptyState>
          }
        />
      </div>
      <Legend
        items={[
          'heat',
          'raw-mean',
          'gate-line',
          'gate',
          'not-asked',
          'no-evidence',
          'missing',
          'disagreement',
        ]}
      />
      <p className="mt-2 max-w-measure text-dense text-ink-2">
        A circle is the raw score, a tick under it what one interviewer gave; the figure beside it says how
        many did. Missing stays missing: it is never counted as nought. A bar rejects nobody by itself. Votes
        are not averaged.
      </p>
    </>
  )
}

function groupLine(row: ComparisonRow, before: ComparisonRow | undefined) {
  const words = groupWords(row)
  if (words === null || (before && groupWords(before)?.title === words.title)) return null
  return (
    <span className="text-dense">
      <b>{words.title}</b> <span className="text-ink-2">{words.detail}</span>
    </span>
  )
}

function groupWords(row: ComparisonRow): { title: string; detail: string } | null {
  if (!row.isOrderable || !row.overall) {
    return { title: 'Not ordered', detail: 'under two interviewers or under 60 % of the weight' }
  }
  return row.overall.isPartial
    ? { title: 'Partial', detail: 'scored on some competencies only; compare them with care' }
    : null
}
