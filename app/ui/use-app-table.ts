import {
  columnFilteringFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  functionalUpdate,
  globalFilteringFeature,
  metaHelper,
  type Column,
  type ColumnDef,
  type ReactTable,
  type Row,
  type RowData,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { TableView } from './table-view.ts'

export type AppColumnMeta = {
  /** Numbers stand at the right. */
  align?: 'start' | 'end' | undefined
  /** The column's name in the column menu, where its header is more than words. */
  name?: string | undefined
}

/** The features of every table of the app; columns name them in their types. */
export const appTableFeatures = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnPinningFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic, text: sortFn_text },
  filterFns: { includesString: filterFn_includesString, oneOf: isOneOf },
  columnMeta: metaHelper<AppColumnMeta>(),
})

export type AppTableFeatures = typeof appTableFeatures
export type AppColumn<Data extends RowData> = ColumnDef<AppTableFeatures, Data, unknown>
export type AppTable<Data extends RowData> = ReactTable<AppTableFeatures, Data>

/** Keeps a row whose value, or one of its values, is among those chosen. */
function isOneOf(
  row: { getValue: (columnId: string) => unknown },
  columnId: string,
  chosen: readonly string[],
): boolean {
  const value = row.getValue(columnId)
  const values = Array.isArray(value) ? value : [value]
  return values.some((one) => chosen.includes(String(one)))
}

/** `const column = appColumns<Row>()`, then `column.columns([column.accessor('name', { … })])` at module level. */
export function appColumns<Data extends RowData>() {
  return createColumnHelper<AppTableFeatures, Data>()
}

function columnId(column: { id?: string; accessorKey?: unknown } | undefined): string {
  return column?.id ?? String(column?.accessorKey ?? '').replaceAll('.', '_')
}

type AppTableOptions<Data extends RowData> = {
  /** Stable between renders: straight from the loader, or a memo. */
  data: readonly Data[]
  columns: readonly AppColumn<Data>[]
  getRowId: (row: Data) => string
  view: TableView
  onViewChange: (view: TableView) => void
  /** The loader has already searched, filtered and sorted. */
  isServerSide?: boolean | undefined
}

function readState(view: TableView, rowHeader: string) {
  const pinned = view.pinned.filter((id) => id !== rowHeader)
  return {
    sorting: view.sorting,
    columnFilters: view.filters.map(({ id, values }) => ({ id, value: values })),
    globalFilter: view.search,
    columnVisibility: Object.fromEntries(view.hidden.map((id): [string, boolean] => [id, false])),
    columnOrder: view.order.length > 0 ? [rowHeader, ...view.order.filter((id) => id !== rowHeader)] : [],
    // The row's name always leads; without other pins the page leaves its width to the browser.
    columnPinning: { start: pinned.length > 0 ? [rowHeader, ...pinned] : [], end: [] },
  }
}

/**
 * The one table hook: the view comes in, changes go out. A value that is missing must be `undefined`: such rows
 * stand last in either direction.
 */
export function useAppTable<Data extends RowData>(options: AppTableOptions<Data>): AppTable<Data> {
  const { data, columns, getRowId, view, onViewChange, isServerSide = false } = options
  const rowHeader = columnId(columns[0])
  // Whoever draws rows again only when something changed compares these.
  const state = useMemo(() => readState(view, rowHeader), [view, rowHeader])
  return useTable({
    features: appTableFeatures,
    data,
    columns,
    getRowId,
    state,
    defaultColumn: { sortUndefined: 'last', filterFn: 'oneOf' },
    globalFilterFn: 'includesString',
    manualSorting: isServerSide,
    manualFiltering: isServerSide,
    enableMultiSort: true,
    onSortingChange: (change) => onViewChange({ ...view, sorting: functionalUpdate(change, state.sorting) }),
    onGlobalFilterChange: (change) =>
      onViewChange({ ...view, search: String(functionalUpdate(change, state.globalFilter) ?? '') }),
    onColumnFiltersChange: (change) =>
      onViewChange({
        ...view,
        filters: functionalUpdate(change, state.columnFilters).map(({ id, value }) => ({
          id,
          values: Array.isArray(value) ? value.map(String) : [String(value)],
        })),
      }),
    onColumnVisibilityChange: (change) => {
      const next = functionalUpdate(change, state.columnVisibility)
      onViewChange({ ...view, hidden: Object.keys(next).filter((id) => next[id] === false) })
    },
    onColumnOrderChange: (change) =>
      onViewChange({ ...view, order: functionalUpdate(change, state.columnOrder) }),
    onColumnPinningChange: (change) =>
      onViewChange({
        ...view,
        pinned: functionalUpdate(change, state.columnPinning).start.filter((id) => id !== rowHeader),
      }),
  })
}

/** A column of a table that is there, to ask and to change. */
export type AppColumnOf<Data extends RowData> = Column<AppTableFeatures, Data, unknown>

export type AppRow<Data extends RowData> = Row<AppTableFeatures, Data>
