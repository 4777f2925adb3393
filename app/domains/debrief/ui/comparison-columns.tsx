import { IntervalAxis } from '#app/ui/interval-bar.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { appColumns, type AppColumn } from '#app/ui/use-app-table.ts'
import { isBarUnclear } from '../agenda.ts'
import { readTiers } from '../comparison-table.ts'
import type { ScoreKind } from '../comparison-choice.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'
import type { Waiting } from '../waiting.ts'
import { NameCell, OverallCell, VotesCell } from './comparison-cells.tsx'
import { FinalMark } from './decision-chip.tsx'
import { ScoreCell } from './score-cell.tsx'

const column = appColumns<ComparisonRow>()

export const flags = ['apart', 'bar-unclear', 'missing'] as const
export type RowFlag = (typeof flags)[number]

/** What a row can be filtered by. */
export function flagsOf(row: ComparisonRow): RowFlag[] {
  const has: Record<RowFlag, boolean> = {
    apart: row.cells.some((cell) => cell.isDisagreement),
    'bar-unclear': row.cells.some(isBarUnclear),
    missing: row.cells.some((cell) => cell.missing !== null),
  }
  return flags.filter((flag) => has[flag])
}

/** Columns that are filtered by and never show. */
export const filteredBy = ['flags'] as const

/** Every column id that the URL may name. */
export function comparisonColumnIds(view: Pick<ComparisonView, 'competencies'>): string[] {
  return [
    'name',
    'tier',
    'overall',
    ...view.competencies.map((competency) => competency.id),
    'votes',
    ...filteredBy,
  ]
}

type Shown = { view: ComparisonView; kind: ScoreKind; waiting: Readonly<Record<string, Waiting>> }

/** The columns of the comparison: name, score over all, one for each competency, votes. */
export function comparisonColumns({ view, kind, waiting }: Shown): AppColumn<ComparisonRow>[] {
  const tierOf = readTiers(view)
  const levels = view.scale.levels.map((level) => level.value)
  const total = view.competencies.reduce((sum, competency) => sum + competency.weight, 0)
  return column.columns([
    column.accessor('name', {
      header: 'Candidate',
      size: 168,
      enableHiding: false,
      enablePinning: false,
      cell: ({ row }) => (
        <NameCell row={row.original} isPast={view.isPast} waiting={waiting[row.original.applicationId]} />
      ),
    }),
    ...(kind === 'raw' || tierOf.size === 0
      ? []
      : [
          column.accessor((row) => tierOf.get(row.applicationId)?.key, {
            id: 'tier',
            header: 'Tier',
            size: 64,
            sortFn: 'alphanumeric',
            enableGlobalFilter: false,
            cell: ({ getValue }) => getValue() ?? <span className="text-ink-2">none</span>,
          }),
        ]),
    column.accessor((row) => readOverall(row, kind), {
      id: 'overall',
      size: 152,
      sortFn: 'basic',
      sortDescFirst: true,
      enableGlobalFilter: false,
      meta: { name: 'All competencies' },
      header: () => (
        <>
          <b className="text-ink">All competencies</b>
          <span className="block w-32">
            {kind === 'raw' ? 'raw, weighted' : 'weighted, 90 % bar'}
            {kind === 'raw' ? null : <IntervalAxis levels={levels} />}
          </span>
        </>
      ),
      cell: ({ row }) => <OverallCell row={row.original} kind={kind} scale={view.scale} />,
    }),
    ...view.competencies.map((competency) =>
      column.accessor((row) => readScore(row, competency.id, kind), {
        id: competency.id,
        size: 136,
        sortFn: 'basic',
        sortDescFirst: true,
        enableGlobalFilter: false,
        meta: { name: competency.name },
        header: () => (
          <span className="block w-28">
            <b className="block text-ink">{competency.name}</b>
            <span className="flex items-center gap-1.5">
              {Math.round((competency.weight / total) * 100)} %
              {competency.gate === null ? null : (
                <StateMark state="gate" isWordHidden label={`Must-have, bar ${competency.gate}`} />
              )}
            </span>
            <IntervalAxis levels={levels} />
          </span>
        ),
        cell: ({ row }) => {
          const cell = row.original.cells.find((entry) => entry.competencyId === competency.id)
          if (!cell) return null
          return (
            <>
              <ScoreCell cell={cell} kind={kind} view={view} bar={competency.gate} />
              <FinalMark applicationId={row.original.applicationId} competencyId={competency.id} />
            </>
          )
        },
      }),
    ),
    column.accessor((row) => row.recommendations.length, {
      id: 'votes',
      size: 128,
      enableSorting: false,
      enableGlobalFilter: false,
      meta: { name: 'Votes' },
      header: () => (
        <>
          <b className="text-ink">Votes</b>
          <span className="block">counted only</span>
        </>
      ),
      cell: ({ row }) => <VotesCell row={row.original} />,
    }),
    column.accessor((row) => flagsOf(row), {
      id: 'flags',
      header: 'Flags',
      enableHiding: false,
      enablePinning: false,
      enableSorting: false,
      enableGlobalFilter: false,
    }),
  ])
}

/** What the first score column sorts by: nothing for those in no order, and raw only what is complete. */
function readOverall(row: ComparisonRow, kind: ScoreKind): number | undefined {
  if (!row.isOrderable || !row.overall) return undefined
  if (kind === 'calibrated' && row.calibrated) return row.calibrated.mean
  return row.overall.isPartial ? undefined : row.overall.mean
}

function readScore(row: ComparisonRow, competencyId: string, kind: ScoreKind): number | undefined {
  const cell = row.cells.find((entry) => entry.competencyId === competencyId)
  return kind === 'calibrated' && cell?.calibrated ? cell.calibrated.mean : cell?.score?.mean
}
