import type { RowData } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  memo,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { classNames } from './class-names.ts'
import { moveInGrid, type GridPlace } from './grid-keys.ts'
import { HeaderCell } from './header-cell.tsx'
import { isSticky, stickyStyle } from './sticky-column.ts'
import type { AppRow, AppTable } from './use-app-table.ts'
import { usePrinting } from './use-printing.ts'

/** Rows that the server sends, and the browser begins with. */
const firstRows = 16
/** Beyond the screen, on either side, so that a fast wheel meets rows and not a gap. */
const spareRows = 3
/** A browser lays out so many rows for paper within seconds. */
const mostPrinted = 200
const lineHeight = 52

type GridTableProps<Data extends RowData> = {
  table: AppTable<Data>
  rows: readonly AppRow<Data>[]
  /** Names the grid for screen readers. */
  caption: string
  /** Px of a usual row; each is measured once it is there. */
  rowHeight: number
  /** What stands in place of rows. */
  empty: ReactNode
  /** A line over the whole width before a row: a tier, a group. */
  lineBefore?: ((row: AppRow<Data>, index: number) => ReactNode) | undefined
}

type Item<Data extends RowData> =
  { kind: 'line'; id: string; line: ReactNode } | { kind: 'row'; id: string; row: AppRow<Data>; at: number }

/**
 * A grid of any number of rows, of which only those on the screen are in the page: sticky head and first column, arrow keys from cell to
 * cell, and on paper the first rows of all.
 */
export function GridTable<Data extends RowData>(props: GridTableProps<Data>) {
  const { table, rows, caption, rowHeight, empty, lineBefore } = props
  const place = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 })
  const isPrinting = usePrinting()
  const groups = table.getHeaderGroups()
  // In the order in which they stand, pinned ones first.
  const columns = useMemo(() => groups.at(-1)?.headers.map((header) => header.column) ?? [], [groups])
  const items = useMemo(() => listItems(rows, lineBefore), [rows, lineBefore])
  const itemOf = useMemo(() => items.flatMap((item, index) => (item.kind === 'row' ? [index] : [])), [items])
  const current = {
    row: Math.min(active.row, Math.max(0, rows.length - 1)),
    column: Math.min(active.column, columns.length - 1),
  }
  const activeItem = itemOf[current.row] ?? 0
  // oxlint-disable-next-line react/incompatible-library -- rows are compared by hand below, and no compiler memoises this
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => place.current,
    estimateSize: (index) => (items[index]?.kind === 'line' ? lineHeight : rowHeight),
    getItemKey: (index) => items[index]?.id ?? index,
    initialRect: { width: 0, height: firstRows * rowHeight },
    overscan: spareRows,
    // The cell with the focus stays in the page wherever it is scrolled to.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeItem])].sort((a, b) => a - b),
  })
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const cell = place.current?.querySelector<HTMLElement>(
      `[data-row="${current.row}"] > [data-column="${current.column}"]`,
    )
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current.row, current.column])
  if (rows.length === 0) return <div className="mt-2">{empty}</div>

  const widths = columns.map((column) => column.getSize())
  const shown = isPrinting
    ? items.slice(0, mostPrinted).map((_, index) => ({ index, gap: 0 }))
    : virtualizer
        .getVirtualItems()
        .map(({ index, start }, i, all) => ({ index, gap: start - (all[i - 1]?.end ?? 0) }))
  const last = virtualizer.getVirtualItems().at(-1)
  const rest = isPrinting ? 0 : virtualizer.getTotalSize() - (last?.end ?? 0)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const cell = event.target
    if (!(cell instanceof HTMLTableCellElement) || cell.dataset['column'] === undefined) return
    const page = Math.max(1, Math.floor((place.current?.clientHeight ?? 0) / rowHeight) - 1)
    const to = moveInGrid(
      current,
      { key: event.key, isWhole: event.ctrlKey || event.metaKey },
      { rows: rows.length, columns: columns.length, page },
    )
    if (!to) return
    event.preventDefault()
    wantsFocus.current = true
    setActive(to)
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    const cell = event.target.closest<HTMLElement>('[data-column]')
    const row = cell?.closest<HTMLElement>('[data-row]')
    if (cell && row) setActive({ row: Number(row.dataset['row']), column: Number(cell.dataset['column']) })
  }

  return (
    <>
      <div
        ref={place}
        role="region"
        aria-label={caption}
        // A region that scrolls must take focus, so that arrow keys scroll it.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        style={{ scrollPaddingLeft: widths[0] }}
        className="relative max-h-[max(24rem,calc(100dvh-8rem))] scroll-pt-24 overflow-auto [overflow-anchor:none] print:max-h-none print:overflow-visible"
      >
        <table
          role="grid"
          aria-label={caption}
          aria-rowcount={items.length + 1}
          aria-colcount={columns.length}
          className="w-full table-fixed border-separate border-spacing-0 text-dense"
          style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}
        >
          <colgroup>
            {columns.map((column, index) => (
              <col key={column.id} style={{ width: widths[index] }} />
            ))}
            <col />
          </colgroup>
          <thead>
            {groups.map((group) => (
              <tr key={group.id} aria-rowindex={1}>
                {group.headers.map((header, index) => (
                  <HeaderCell key={header.id} header={header} index={index} isGrid>
                    {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                  </HeaderCell>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {shown.flatMap(({ index, gap }) => {
              const item = items[index]
              if (!item) return []
              return [
                gap > 0 ? <Gap key={`gap ${item.id}`} height={gap} /> : null,
                item.kind === 'line' ? (
                  <tr
                    key={item.id}
                    ref={virtualizer.measureElement}
                    data-index={index}
                    aria-rowindex={index + 2}
                  >
                    <td colSpan={columns.length + 1} className="border-b border-rule py-2">
                      <div className="sticky left-0 w-fit max-w-[calc(100vw-2rem)]">{item.line}</div>
                    </td>
                  </tr>
                ) : (
                  <GridRow
                    key={item.id}
                    table={table}
                    row={item.row}
                    at={item.at}
                    index={index}
                    columns={columns}
                    measure={virtualizer.measureElement}
                    activeColumn={item.at === current.row ? current.column : undefined}
                  />
                ),
              ]
            })}
            {rest > 0 ? <Gap height={rest} /> : null}
          </tbody>
        </table>
      </div>
      {items.length > mostPrinted ? (
        <p className="mt-2 hidden text-dense print:block">
          The first {items.slice(0, mostPrinted).filter((item) => item.kind === 'row').length} of{' '}
          {rows.length} rows in this order. Filter or sort for others; the CSV has all.
        </p>
      ) : null}
      {rows.length > firstRows ? (
        <noscript>
          <p className="mt-2 text-dense text-ink-2">
            Without JavaScript only the first rows of {rows.length} show. Search to find others, or download
            the CSV, which has all.
          </p>
        </noscript>
      ) : null}
    </>
  )
}

function listItems<Data extends RowData>(
  rows: readonly AppRow<Data>[],
  lineBefore: GridTableProps<Data>['lineBefore'],
): Item<Data>[] {
  return rows.flatMap((row, at): Item<Data>[] => {
    const line = lineBefore?.(row, at)
    const own: Item<Data> = { kind: 'row', id: row.id, row, at }
    return line ? [{ kind: 'line', id: `before ${row.id}`, line }, own] : [own]
  })
}

/** Room for the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  )
}

type GridRowProps<Data extends RowData> = {
  table: AppTable<Data>
  row: AppRow<Data>
  at: number
  index: number
  /** Another list when a column was added, moved or changed: then the row is drawn anew. */
  columns: readonly unknown[]
  measure: (element: HTMLElement | null) => void
  activeColumn: number | undefined
}

const GridRow = memo(PlainGridRow, (before, after) =>
  (['row', 'at', 'index', 'columns', 'activeColumn'] as const).every((name) => before[name] === after[name]),
) as typeof PlainGridRow

function PlainGridRow<Data extends RowData>(props: GridRowProps<Data>) {
  const { table, row, at, index, measure, activeColumn } = props
  return (
    <tr ref={measure} data-index={index} data-row={at} aria-rowindex={index + 2} className="group">
      {row.getVisibleCells().map((cell, column) => {
        const Cell = column === 0 ? 'th' : 'td'
        return (
          <Cell
            key={cell.id}
            scope={column === 0 ? 'row' : undefined}
            data-column={column}
            aria-colindex={column + 1}
            style={stickyStyle(cell.column)}
            tabIndex={column === activeColumn ? 0 : -1}
            className={classNames(
              'border-b border-line py-[9px] pr-3 text-left align-top font-normal group-hover:bg-hover focus-visible:-outline-offset-2',
              isSticky(cell.column, column) && 'sticky left-0 z-1 bg-paper print:static',
              column > 0 && 'border-l pl-2',
            )}
          >
            <table.FlexRender cell={cell} />
          </Cell>
        )
      })}
    </tr>
  )
}
