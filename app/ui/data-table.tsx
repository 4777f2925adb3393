import type { Header, RowData } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { moveCellFocus } from './move-cell-focus.ts'
import { isSticky, stickyStyle } from './sticky-column.ts'
import type { AppRow, AppTable, AppTableFeatures } from './use-app-table.ts'

type DataTableProps<Data extends RowData> = {
  table: AppTable<Data>
  /** Names the table; screen readers hear it, and it shows unless hidden. */
  caption: string
  /** Without it those of the table, in its order. */
  rows?: readonly AppRow<Data>[] | undefined
  isCaptionHidden?: boolean | undefined
  /** Px below which it scrolls sideways. */
  minWidth?: number | undefined
  /** What stands in place of rows. */
  empty?: ReactNode
  /** A line over the whole width before a row: a tier, a group. */
  lineBefore?: ((row: AppRow<Data>, index: number) => ReactNode) | undefined
  /** Hairlines between columns too, and arrow keys move from cell to cell. */
  isGrid?: boolean | undefined
}

/** Sticky head and first column, sort buttons, numbers at the right, a region of its own to scroll in. */
export function DataTable<Data extends RowData>(props: DataTableProps<Data>) {
  const { table, caption, isCaptionHidden, minWidth, empty, lineBefore, isGrid } = props
  const rows = props.rows ?? table.getRowModel().rows
  const width = table.getVisibleLeafColumns().length
  if (rows.length === 0 && empty) return <div className="mt-2">{empty}</div>
  return (
    <div
      role="region"
      aria-label={caption}
      // A region that scrolls must take focus, so that arrow keys scroll it.
      tabIndex={0}
      onKeyDown={isGrid ? moveCellFocus : undefined}
      className="relative max-h-[max(24rem,calc(100dvh-8rem))] overflow-auto print:max-h-none print:overflow-visible"
    >
      <table className="w-full border-separate border-spacing-0 text-dense" style={{ minWidth }}>
        <caption className={isCaptionHidden ? 'sr-only' : 'pb-2 text-left text-label text-ink-2'}>
          {caption}
        </caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header, index) => (
                <HeaderCell key={header.id} header={header} index={index} isGrid={isGrid}>
                  {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => {
            const line = lineBefore?.(row, rowIndex)
            return (
              <Fragment key={row.id}>
                {line ? (
                  <tr>
                    <td colSpan={width} className="border-b border-rule py-2">
                      <div className="sticky left-0 w-fit max-w-[calc(100vw-2rem)]">{line}</div>
                    </td>
                  </tr>
                ) : null}
                <tr className="group">
                  {row.getVisibleCells().map((cell, index) => {
                    const Cell = index === 0 ? 'th' : 'td'
                    return (
                      <Cell
                        key={cell.id}
                        scope={index === 0 ? 'row' : undefined}
                        data-cell=""
                        style={stickyStyle(cell.column)}
                        tabIndex={isGrid && rowIndex + index > 0 ? -1 : isGrid ? 0 : undefined}
                        className={classNames(
                          'border-b border-line py-[9px] pr-3 text-left align-top font-normal group-last:border-b-0 group-hover:bg-hover focus-visible:-outline-offset-2',
                          isSticky(cell.column, index) && 'sticky left-0 z-1 bg-paper print:static',
                          isGrid && index > 0 && 'border-l pl-2',
                          isGrid && index === 0 && 'min-w-32 sm:min-w-40',
                          cell.column.columnDef.meta?.align === 'end' && 'text-right!',
                        )}
                      >
                        <table.FlexRender cell={cell} />
                      </Cell>
                    )
                  })}
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type HeaderCellProps<Data extends RowData> = {
  header: Header<AppTableFeatures, Data, unknown>
  index: number
  isGrid: boolean | undefined
  children: ReactNode
}

function HeaderCell<Data extends RowData>({ header, index, isGrid, children }: HeaderCellProps<Data>) {
  const { column } = header
  const sorted = column.getIsSorted()
  const isEnd = column.columnDef.meta?.align === 'end'
  const Arrow = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown
  return (
    <th
      scope="col"
      colSpan={header.colSpan}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
      style={stickyStyle(column)}
      className={classNames(
        'sticky top-0 z-2 border-b border-rule bg-paper pr-3 pb-1 align-bottom text-label font-normal text-ink-2 print:static',
        isEnd ? 'text-right' : 'text-left',
        isSticky(column, index) && 'left-0 z-3',
        isGrid && index > 0 && 'border-l border-l-line pl-2',
      )}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          onClick={column.getToggleSortingHandler()}
          className={classNames(
            'inline-flex min-h-6 items-end gap-1 hover:text-ink pointer-coarse:min-h-11',
            isEnd ? 'flex-row-reverse text-right' : 'text-left',
            sorted && 'font-semibold text-ink',
          )}
        >
          <span>{children}</span>
          <Arrow
            aria-hidden
            className={classNames('mb-0.5 size-3! print:hidden', !sorted && 'text-ink-3 opacity-70')}
          />
        </button>
      ) : (
        children
      )}
    </th>
  )
}
