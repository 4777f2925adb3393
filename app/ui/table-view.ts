/** What a reader chose about a table; all of it lives in the URL. */
export type TableView = {
  sorting: { id: string; desc: boolean }[]
  /** Per column the values chosen; an empty list is no filter. */
  filters: { id: string; values: string[] }[]
  search: string
  hidden: string[]
  pinned: string[]
  /** Columns in the order chosen, the rest behind them; empty for the usual order. */
  order: string[]
}

type TableViewOptions = {
  /** Columns that exist: anything else in the URL is ignored. */
  columnIds: readonly string[]
  /** The order where the URL says none. */
  defaultSorting?: TableView['sorting'] | undefined
  /** Tells two tables of one page apart. */
  prefix?: string | undefined
}

const none = 'none'

/**
 * Reads `?sort=-score,name&q=ana&hide=votes&pin=name&cols=votes,score&f.state=draft&f.state=late`; a minus sorts downwards,
 * `sort=none` stands against a default order.
 */
export function readTableView(
  params: URLSearchParams,
  { columnIds, defaultSorting = [], prefix = '' }: TableViewOptions,
): TableView {
  const known = (id: string) => columnIds.includes(id)
  const list = (name: string) => (params.get(prefix + name) ?? '').split(',').filter(Boolean)
  const sort = params.get(`${prefix}sort`)
  return {
    sorting:
      sort === null
        ? [...defaultSorting]
        : list('sort')
            .map(readSort)
            .filter(({ id }) => known(id)),
    filters: columnIds
      .map((id) => ({ id, values: params.getAll(`${prefix}f.${id}`).filter(Boolean) }))
      .filter(({ values }) => values.length > 0),
    search: params.get(`${prefix}q`) ?? '',
    hidden: list('hide').filter(known),
    pinned: list('pin').filter(known),
    order: list('cols').filter(known),
  }
}

function readSort(part: string): { id: string; desc: boolean } {
  return part.startsWith('-') ? { id: part.slice(1), desc: true } : { id: part, desc: false }
}

/** The parameters with this view in them; everything that is not the table's stays, defaults leave no trace. */
export function writeTableView(
  params: URLSearchParams,
  view: TableView,
  { columnIds, defaultSorting = [], prefix = '' }: TableViewOptions,
): URLSearchParams {
  const next = new URLSearchParams(params)
  const set = (name: string, value: string) => {
    if (value) next.set(prefix + name, value)
    else next.delete(prefix + name)
  }
  const sort = writeSort(view.sorting)
  const usual = writeSort(defaultSorting)
  set('sort', sort === usual ? '' : sort || none)
  set('q', view.search.trim())
  set('hide', view.hidden.join(','))
  set('pin', view.pinned.join(','))
  set('cols', view.order.join(','))
  for (const id of columnIds) next.delete(`${prefix}f.${id}`)
  for (const { id, values } of view.filters)
    for (const value of values) next.append(`${prefix}f.${id}`, value)
  return next
}

function writeSort(sorting: TableView['sorting']): string {
  return sorting.map(({ id, desc }) => (desc ? `-${id}` : id)).join(',')
}

/** The view with one value of a column's filter turned over. */
export function toggleFilter(view: TableView, id: string, value: string): TableView {
  const values = view.filters.find((filter) => filter.id === id)?.values ?? []
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  const others = view.filters.filter((filter) => filter.id !== id)
  return { ...view, filters: next.length > 0 ? [...others, { id, values: next }] : others }
}
