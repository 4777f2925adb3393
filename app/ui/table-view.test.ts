import { expect, test } from 'vitest'
import { readTableView, toggleFilter, writeTableView } from './table-view.ts'

const options = {
  columnIds: ['name', 'score', 'votes', 'state'],
  defaultSorting: [{ id: 'score', desc: true }],
}

function read(query: string) {
  return readTableView(new URLSearchParams(query), options)
}

function write(query: string, change: Partial<ReturnType<typeof read>>) {
  return writeTableView(new URLSearchParams(query), { ...read(query), ...change }, options).toString()
}

test('an empty address gives the default order and nothing else', () => {
  expect(read('')).toEqual({
    sorting: options.defaultSorting,
    filters: [],
    search: '',
    hidden: [],
    pinned: [],
    order: [],
  })
})

test('every part of the view is read', () => {
  expect(
    read('sort=-votes,name&q=ana&hide=state&pin=score&cols=score,name&f.state=draft&f.state=late'),
  ).toEqual({
    sorting: [
      { id: 'votes', desc: true },
      { id: 'name', desc: false },
    ],
    filters: [{ id: 'state', values: ['draft', 'late'] }],
    search: 'ana',
    hidden: ['state'],
    pinned: ['score'],
    order: ['score', 'name'],
  })
})

test('columns that do not exist are ignored', () => {
  expect(read('sort=-salary,name&hide=salary&f.salary=1')).toMatchObject({
    sorting: [{ id: 'name', desc: false }],
    hidden: [],
    filters: [],
  })
})

test('the default order leaves no trace, and no order at all can be told from it', () => {
  expect(write('sort=name', { sorting: options.defaultSorting })).toBe('')
  expect(write('', { sorting: [] })).toBe('sort=none')
  expect(read('sort=none').sorting).toEqual([])
})

test('what belongs to the rest of the page stays', () => {
  expect(write('tab=all&q=old', { search: ' new ' })).toBe('tab=all&q=new')
})

test('a written view reads back the same', () => {
  const query = 'q=%C3%A9lan&sort=name&hide=votes&f.state=a%2Cb'
  expect(new URLSearchParams(write(query, {})).toString().split('&').sort()).toEqual(query.split('&').sort())
})

test('turning a value over twice gives the view back', () => {
  const once = toggleFilter(read(''), 'state', 'draft')
  expect(once.filters).toEqual([{ id: 'state', values: ['draft'] }])
  expect(toggleFilter(once, 'state', 'draft').filters).toEqual([])
})
