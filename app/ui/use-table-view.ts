import { useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { readTableView, type TableView, writeTableView } from './table-view.ts'

type Options = Parameters<typeof readTableView>[1]

export type TableViewControl = {
  view: TableView
  setView: (view: TableView) => void
  /** The address with another view, for links and chips. */
  toView: (view: TableView) => string
}

/** A table's view, kept in the URL. Hold `options` outside the component or in a memo. */
export function useTableView(options: Options): TableViewControl {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readTableView(params, options), [params, options])
  return {
    view,
    setView: (next) =>
      setParams((now) => writeTableView(now, next, options), { replace: true, preventScrollReset: true }),
    toView: (next) => `?${writeTableView(params, next, options)}`,
  }
}
