import type { Header, RowData } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { isSticky, stickyStyle } from './sticky-column.ts'
import type { AppTableFeatures } from './use-app-table.ts'

type HeaderCellProps<Data extends RowData> = {
  header: Header<AppTableFeatures, Data, unknown>
  index: number
  isGrid?: boolean | undefined
  children: ReactNode
}

/** The head of a column: what it says, and the button that sorts by it. */
export function HeaderCell<Data extends RowData>({ header, index, isGrid, children }: HeaderCellProps<Data>) {
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
