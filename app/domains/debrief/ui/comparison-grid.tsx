import { useSearchParams } from '@remix-run/react'
import { useCallback, useMemo, type CSSProperties } from 'react'
import { ChipLink } from '#app/ui/chip.tsx'
import { ColumnChooser } from '#app/ui/column-chooser.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { GridTable } from '#app/ui/grid-table.tsx'
import { Legend } from '#app/ui/legend.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { toggleFilter, type TableView } from '#app/ui/table-view.ts'
import { useAppTable, type AppRow } from '#app/ui/use-app-table.ts'
import { useTableView } from '#app/ui/use-table-view.ts'
import { readChoice, writeChoice, type ScoreKind } from '../comparison-choice.ts'
import { readTiers } from '../comparison-table.ts'
import { compareByRaw, type ComparisonRow, type ComparisonView } from '../comparison-view.ts'
import { nameTier, writeGroup, writeLead, type LineWords } from '../tier-words.ts'
import type { Tier } from '../calibration-summary.ts'
import type { Waiting } from '../waiting.ts'
import {
  comparisonColumnIds,
  comparisonColumns,
  filteredBy,
  flags,
  flagsOf,
  type RowFlag,
} from './comparison-columns.tsx'

const flagWords: Record<RowFlag, string> = {
  apart: 'Disagreement',
  'bar-unclear': 'Bar unclear',
  missing: 'Something missing',
}

const mostTierChips = 6

const notOrdered = { title: 'Not ordered', detail: 'under two interviewers or under 60 % of the weight' }

const keptWords = { title: 'Kept on top', detail: 'out of the order below' }
const restWords = { title: 'The others', detail: 'in order' }

/** Px across a landscape sheet of Letter, the narrower one, between its margins. */
const paperWidth = 970

/** Px of a row with its name, its standing and the way to keep it on top. */
const rowHeight = 86

type ComparisonGridProps = {
  view: ComparisonView
  kind: ScoreKind
  waiting: Readonly<Record<string, Waiting>>
}

/** The table of the comparison with its search, filters and columns; what a reader chose stands in the URL. */
export function ComparisonGrid({ view, kind, waiting }: ComparisonGridProps) {
  const options = useMemo(() => ({ columnIds: comparisonColumnIds(view) }), [view])
  const columns = useMemo(() => comparisonColumns({ view, kind, waiting }), [view, kind, waiting])
  const rows = useMemo(() => (kind === 'raw' ? view.rows.toSorted(compareByRaw) : view.rows), [view, kind])
  const [params] = useSearchParams()
  const { view: chosen, setView, toView } = useTableView(options)
  // These are there to filter by; the columns themselves never show.
  const shownView = useMemo(() => ({ ...chosen, hidden: [...chosen.hidden, ...filteredBy] }), [chosen])
  const table = useAppTable({
    data: rows,
    columns,
    getRowId: (row) => row.applicationId,
    view: shownView,
    onViewChange: (next: TableView) =>
      setView({ ...next, hidden: next.hidden.filter((id) => !filteredBy.some((own) => own === id)) }),
  })
  const width = table.getTotalSize()
  const onPaper: CSSProperties & { '--on-paper': number } = {
    '--on-paper': Math.min(1, paperWidth / width),
  }
  const keptIds = params.get('keep') ?? ''
  const isSorted = chosen.sorting.length > 0
  const isTogether = isSorted && readChoice(params).isByTier
  const linesOf = useMemo(
    () => (isTogether ? writeTierLines(view) : writeLines(view, kind)),
    [isTogether, view, kind],
  )
  const core = table.getCoreRowModel().rows
  const found = table.getRowModel().rows
  const shown = useMemo(
    () => orderRows({ core, found, kept: keptIds.split(','), places: isTogether ? readPlaces(view) : null }),
    [core, found, keptIds, isTogether, view],
  )
  const lineBefore = useCallback(
    (row: AppRow<ComparisonRow>, index: number) => {
      const before = shown.rows[index - 1]
      if (index < shown.kept) return index === 0 ? <Lines lines={[keptWords]} /> : null
      const former = index > shown.kept ? before?.original : undefined
      const lines = linesOf(row.original, former)
      if (lines.length > 0) return <Lines lines={lines} />
      return index > 0 && index === shown.kept ? <Lines lines={[restWords]} /> : null
    },
    [shown, linesOf],
  )
  const isOn = (id: 'tier' | 'flags', value: string) =>
    chosen.filters.some((filter) => filter.id === id && filter.values.includes(value))
  const { calibration } = view
  const tiers = kind === 'calibrated' && calibration.kind === 'calibrated' ? calibration.tiers : []
  return (
    <>
      <form role="search" className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
        <SearchField
          label="Find a candidate"
          defaultValue={chosen.search}
          onSearch={(search) => setView({ ...chosen, search })}
        />
        {tiers.length < 2 || calibration.kind === 'none'
          ? null
          : tiers.slice(0, mostTierChips).map((tier) => (
              <ChipLink
                key={tier.key}
                isOn={isOn('tier', tier.key)}
                count={tier.applicationIds.length}
                to={toView(toggleFilter(chosen, 'tier', tier.key))}
              >
                {nameTier(tier, calibration.groups)}:
              </ChipLink>
            ))}
        {isSorted && tiers.length > 1 ? (
          <ChipLink isOn={isTogether} to={`?${writeChoice(params, { isByTier: !isTogether })}`}>
            Tiers together
          </ChipLink>
        ) : null}
        {flags.map((flag) => (
          <ChipLink
            key={flag}
            isOn={isOn('flags', flag)}
            count={view.rows.filter((row) => flagsOf(row).includes(flag)).length}
            to={toView(toggleFilter(chosen, 'flags', flag))}
          >
            {flagWords[flag]}
          </ChipLink>
        ))}
        <span className="ml-auto flex items-center gap-2">
          <span role="status" className="text-dense text-ink-2">
            {shown.rows.length} of {view.rows.length}
          </span>
          <ColumnChooser table={table} hasPins />
        </span>
      </form>
      <div className="print:[zoom:var(--on-paper)]" style={onPaper}>
        <GridTable
          table={table}
          rows={shown.rows}
          caption={`Candidates by competency, ${kind} scores`}
          rowHeight={rowHeight}
          lineBefore={isSorted && !isTogether ? undefined : lineBefore}
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
          ...(kind === 'calibrated' ? (['interval'] as const) : []),
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
        {kind === 'calibrated'
          ? 'A score is what to expect if every interviewer had met the candidate: strictness is taken out, and few ratings lean towards the rest. The open circle is the plain mean. '
          : 'A circle is the plain mean; it depends on who asked and how strictly they rate. '}
        A tick is what one interviewer gave; the figure beside a score says how many did. Missing stays
        missing: it is never counted as nought. A bar rejects nobody by itself. Votes are not averaged.
      </p>
    </>
  )
}

type Ordering = {
  core: readonly AppRow<ComparisonRow>[]
  found: readonly AppRow<ComparisonRow>[]
  kept: readonly string[]
  /** The place of each candidate's tier; null where rows are not put together by tiers. */
  places: ReadonlyMap<string, number> | null
}

/** Whoever is kept stays in view whatever is searched and filtered. */
function orderRows({ core, found, kept, places }: Ordering) {
  const onTop = core.filter((row) => kept.includes(row.id))
  const others = found.filter((row) => !kept.includes(row.id))
  const placeOf = (row: AppRow<ComparisonRow>) => places?.get(row.id) ?? Infinity
  const placed = places ? others.toSorted((a, b) => Math.sign(placeOf(a) - placeOf(b)) || 0) : others
  return { rows: [...onTop, ...placed], kept: onTop.length }
}

function readPlaces({ calibration }: ComparisonView): Map<string, number> {
  const tiers = calibration.kind === 'calibrated' ? calibration.tiers : []
  return new Map(
    tiers.flatMap((tier, place) => tier.applicationIds.map((id): [string, number] => [id, place])),
  )
}

/** The name of a row's tier where another began before it. */
function writeTierLines(view: ComparisonView) {
  const tierOf = readTiers(view)
  const groups = view.calibration.kind === 'calibrated' ? view.calibration.groups : 1
  return (row: ComparisonRow, before: ComparisonRow | undefined): LineWords[] => {
    const tier = tierOf.get(row.applicationId)
    if (before && tier === tierOf.get(before.applicationId)) return []
    return [tier ? { title: nameTier(tier, groups), detail: '' } : notOrdered]
  }
}

function Lines({ lines }: { lines: readonly LineWords[] }) {
  return lines.map(({ title, detail }) => (
    <span key={title} className="block text-dense">
      <b>{title}</b> <span className="text-ink-2">{detail}</span>
    </span>
  ))
}

/** What stands over a row: why it begins a tier, a group, or those in no order. */
function writeLines(view: ComparisonView, kind: ScoreKind) {
  const names = new Map(view.rows.map((row) => [row.applicationId, row.name]))
  const { calibration } = view
  const groups = calibration.kind === 'calibrated' ? calibration.groups : 1
  const tierById = kind === 'calibrated' ? readTiers(view) : new Map<string, Tier>()
  const tierOf = (row: ComparisonRow) => tierById.get(row.applicationId)
  return (row: ComparisonRow, before: ComparisonRow | undefined): LineWords[] => {
    const tier = tierOf(row)
    if (!tier) {
      const words = groupWords(row)
      return words && (!before || tierOf(before) || groupWords(before)?.title !== words.title) ? [words] : []
    }
    const former = before && tierOf(before)
    if (former === tier) return []
    const lead = former && writeLead(former, (id) => names.get(id) ?? '')
    return [lead, writeGroup(tier, groups)].flatMap((words) => words ?? [])
  }
}

function groupWords(row: ComparisonRow): LineWords | null {
  if (!row.isOrderable || !row.overall) {
    return notOrdered
  }
  return row.overall.isPartial
    ? { title: 'Partial', detail: 'scored on some competencies only; compare them with care' }
    : null
}
