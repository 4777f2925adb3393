import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { paths } from '#app/paths.ts'
import { IntervalAxis } from '#app/ui/interval-bar.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { appColumns, type AppColumn } from '#app/ui/use-app-table.ts'
import { isBarUnclear } from '../agenda.ts'
import { formatScore, standingWords } from '../comparison-table.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'
import type { Waiting } from '../waiting.ts'
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

/** Every column id that the URL may name; `flags` is filtered by and never shows. */
export function comparisonColumnIds(view: Pick<ComparisonView, 'competencies'>): string[] {
  return ['name', 'overall', ...view.competencies.map((competency) => competency.id), 'votes', 'flags']
}

type Shown = { view: ComparisonView; waiting: Readonly<Record<string, Waiting>> }

/** The columns of the comparison: name, raw score, one for each competency, votes. */
export function comparisonColumns({ view, waiting }: Shown): AppColumn<ComparisonRow>[] {
  const levels = view.scale.levels.map((level) => level.value)
  const total = view.competencies.reduce((sum, competency) => sum + competency.weight, 0)
  return column.columns([
    column.accessor('name', {
      header: 'Candidate',
      size: 168,
      enableHiding: false,
      enablePinning: false,
      cell: ({ row }) => <NameCell row={row.original} waiting={waiting[row.original.applicationId]} />,
    }),
    column.accessor((row) => (row.isOrderable && !row.overall?.isPartial ? row.overall?.mean : undefined), {
      id: 'overall',
      size: 128,
      sortFn: 'basic',
      sortDescFirst: true,
      enableGlobalFilter: false,
      meta: { name: 'All competencies' },
      header: () => (
        <>
          <b className="text-ink">All competencies</b>
          <span className="block">raw, weighted</span>
        </>
      ),
      cell: ({ row }) => <OverallCell row={row.original} />,
    }),
    ...view.competencies.map((competency) =>
      column.accessor((row) => row.cells.find((cell) => cell.competencyId === competency.id)?.score?.mean, {
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
          return cell ? <ScoreCell cell={cell} view={view} bar={competency.gate} /> : null
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

function NameCell({ row, waiting }: { row: ComparisonRow; waiting: Waiting | undefined }) {
  return (
    <>
      <TextLink look="plain" to={paths.application(row.applicationId)}>
        {row.name}
      </TextLink>
      <span className="block text-label text-ink-2">
        {row.isWithdrawn ? 'withdrawn; ' : null}
        {waiting ? `${waiting.submitted} of ${waiting.owed} scorecards in` : standingWords(row)}
      </span>
    </>
  )
}

function OverallCell({ row }: { row: ComparisonRow }) {
  if (!row.isOrderable || !row.overall) {
    return <span className="text-ink-2">{row.visible === 0 ? 'Nothing to see yet' : 'Too few to say'}</span>
  }
  const { mean, isPartial, scored, wanted } = row.overall
  return (
    <>
      <b className="text-body">{formatScore(mean)}</b>
      {isPartial ? (
        <span className="block text-label text-ink-2">
          partial, {scored} of {wanted}
        </span>
      ) : null}
    </>
  )
}

function VotesCell({ row }: { row: ComparisonRow }) {
  if (row.recommendations.length === 0) return <span className="text-ink-2">none to see</span>
  return (
    <>
      {row.recommendations.map(({ recommendation, count }) => (
        <span key={recommendation} className="block whitespace-nowrap">
          {count} {recommendationWords[recommendation]}
        </span>
      ))}
    </>
  )
}
