import type { RowData } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { HeaderCell } from './header-cell.tsx'
import { isSticky, stickyStyle } from './sticky-column.ts'
import type { AppTable } from './use-app-table.ts'

type DataTableProps<Data extends RowData> = {
  table: AppTable<Data>
  /** Names the table; screen readers hear it, and it shows unless hidden. */
  caption: string
  isCaptionHidden?: boolean | undefined
  /** Px below which it scrolls sideways. */
  minWidth?: number | undefined
  /** What stands in place of rows. */
  empty?: ReactNode
}

/** Sticky head and first column, sort buttons, numbers at the right, a region of its own to scroll in. */
export function DataTable<Data extends RowData>(props: DataTableProps<Data>) {
  const { table, caption, isCaptionHidden, minWidth, empty } = props
  const { rows } = table.getRowModel()
  if (rows.length === 0 && empty) return <div className="mt-2">{empty}</div>
  return (
    <div
      role="region"
      aria-label={caption}
      // A region that scrolls must take focus, so that arrow keys scroll it.
      tabIndex={0}
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
                <HeaderCell key={header.id} header={header} index={index}>
                  {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="group">
              {row.getVisibleCells().map((cell, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={cell.id}
                    scope={index === 0 ? 'row' : undefined}
                    style={stickyStyle(cell.column)}
                    className={classNames(
                      'border-b border-line py-[9px] pr-3 text-left align-top font-normal group-last:border-b-0 group-hover:bg-hover focus-visible:-outline-offset-2',
                      isSticky(cell.column, index) && 'sticky left-0 z-1 bg-paper print:static',
                      cell.column.columnDef.meta?.align === 'end' && 'text-right!',
                    )}
                  >
                    <table.FlexRender cell={cell} />
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
