import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DataTable } from './data-table.tsx'
import type { TableView } from './table-view.ts'
import { appColumns, useAppTable } from './use-app-table.ts'

type Candidate = { id: string; name: string; score: number | undefined; state: string }

const column = appColumns<Candidate>()
const columns = column.columns([
  column.accessor('name', { header: 'Candidate', sortFn: 'text' }),
  column.accessor('score', { header: 'Score', sortFn: 'basic', meta: { align: 'end' } }),
  column.accessor('state', { header: 'State' }),
])
const data: Candidate[] = [
  { id: '1', name: 'Ana', score: 2, state: 'draft' },
  { id: '2', name: 'Jonas', score: undefined, state: 'late' },
  { id: '3', name: 'Chloé', score: 3, state: 'draft' },
]
const plain: TableView = { sorting: [], filters: [], search: '', hidden: [], pinned: [], order: [] }

function Page({ view }: { view: Partial<TableView> }) {
  const table = useAppTable({
    data,
    columns,
    getRowId: (row) => row.id,
    view: { ...plain, ...view },
    onViewChange: () => undefined,
  })
  return <DataTable table={table} caption="Candidates" />
}

function render(view: Partial<TableView>) {
  const html = renderToStaticMarkup(<Page view={view} />)
  return { html, names: [...html.matchAll(/scope="row"[^>]*>([^<]+)/g)].map((match) => match[1]) }
}

test('a missing score stands last in either direction', () => {
  expect(render({ sorting: [{ id: 'score', desc: true }] }).names).toEqual(['Chloé', 'Ana', 'Jonas'])
  expect(render({ sorting: [{ id: 'score', desc: false }] }).names).toEqual(['Ana', 'Chloé', 'Jonas'])
})

test('the sorted column says so to screen readers', () => {
  expect(render({ sorting: [{ id: 'score', desc: true }] }).html).toMatch(
    /aria-sort="descending"[^>]*>.{0,200}Score/s,
  )
})

test('a filter keeps the rows with one of its values', () => {
  expect(render({ filters: [{ id: 'state', values: ['late', 'sealed'] }] }).names).toEqual(['Jonas'])
})

test('the search looks at every column and does not mind case', () => {
  expect(render({ search: 'CHLO' }).names).toEqual(['Chloé'])
})

test('a hidden column is not rendered', () => {
  expect(render({ hidden: ['state'] }).html).not.toContain('State')
})

test('a pinned column follows the name', () => {
  const headers = [...render({ pinned: ['state'] }).html.matchAll(/<span>(\w+)<\/span>/g)].map(
    (match) => match[1],
  )
  expect(headers).toEqual(['Candidate', 'State', 'Score'])
})
