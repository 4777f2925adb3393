import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { questionsAddressSchema } from './question-query.schema.ts'
import type { QuestionFacets, QuestionSearch } from './question-search.ts'
import { hiddenFieldsOf, questionsView } from './questions-view.ts'

const noFacets: QuestionFacets = {
  role: [],
  competency: [],
  kind: [],
  difficulty: [],
  minutes: [],
  tag: [],
  use: [],
  state: [],
}
const names = {
  roles: new Map([['architect', 'Integration architect']]),
  competencies: new Map([
    ['api-contracts', 'API contracts'],
    ['security', 'Security'],
  ]),
}

function viewOf(params: Record<string, string[]>, found: Partial<QuestionSearch> = {}) {
  const address = questionsAddressSchema.parse(params)
  const search: QuestionSearch = {
    rows: [],
    total: 0,
    unfilteredTotal: 0,
    reading: { kind: 'as-typed' },
    facets: noFacets,
    ...found,
  }
  return questionsView(search, address, names)
}

function optionsOf(view: ReturnType<typeof viewOf>, name: string) {
  return view.filters.find((filter) => filter.name === name)?.options ?? []
}

const difficulty = [
  { value: 'easy', count: 3 },
  { value: 'hard', count: 2 },
]

test('a value that is not chosen is put in, one that is chosen is taken away, and the page begins anew', () => {
  const view = viewOf(
    { q: ['queue'], difficulty: ['easy'], page: ['3'] },
    { facets: { ...noFacets, difficulty } },
  )
  expect(optionsOf(view, 'difficulty').map((option) => [option.label, option.isOn, option.to])).toEqual([
    ['Easy', true, paths.questions({ q: 'queue' })],
    ['Hard', false, paths.questions({ q: 'queue', difficulty: ['easy', 'hard'] })],
  ])
  expect(view.chosen).toEqual([{ label: 'Easy', to: paths.questions({ q: 'queue' }) }])
})

test('of minutes one step replaces the other', () => {
  const minutes = ['5', '8'].map((value) => ({ value, count: 1 }))
  const view = viewOf({ minutes: ['5'] }, { facets: { ...noFacets, minutes } })
  expect(optionsOf(view, 'minutes').map((option) => option.to)).toEqual([
    paths.questions(),
    paths.questions({ minutes: '8' }),
  ])
})

test('a chosen value that nothing has any more can still be taken away', () => {
  const view = viewOf({ competency: ['gone-long-ago'] })
  expect(optionsOf(view, 'competency')).toEqual([
    { value: 'gone-long-ago', label: 'gone long ago', count: 0, isOn: true, to: paths.questions() },
  ])
})

test('fifteen topics stand open, and a chosen one always does', () => {
  const tag = Array.from({ length: 20 }, (_, at) => ({ value: `topic-${at}`, count: 20 - at }))
  const [filter] = viewOf({ tag: ['topic-19'] }, { facets: { ...noFacets, tag } }).filters
  expect(filter?.options).toHaveLength(16)
  expect(filter?.options.at(-1)).toMatchObject({ label: 'topic 19', isOn: true })
  expect(filter?.more.map((option) => option.value)).toEqual(['topic-15', 'topic-16', 'topic-17', 'topic-18'])
})

test.each([
  [0, 0, '1', '0 questions'],
  [1, 1, '1', '1 question'],
  [50, 12_345, '3', '101–150 of 12,345 questions'],
])('%d of %d rows on page %s are %s', (rows, total, page, words) => {
  const [row] = [
    {
      id: 'a',
      versionId: 'a@1',
      title: '',
      prompt: '',
      intent: '',
      kind: 'technical' as const,
      difficulty: 'easy' as const,
      minutes: 5,
      isArchived: false,
      competency: { id: 'security', name: 'Security' },
      otherCompetencies: [],
      scales: [],
      found: { title: [], prompt: [], intent: [], elsewhere: null },
    },
  ]
  const view = viewOf({ page: [page] }, { rows: Array.from({ length: rows }, () => row), total })
  expect(view.countInWords).toBe(words)
})

test('the search form keeps the filters and leaves out text and page', () => {
  const address = questionsAddressSchema.parse({
    q: ['x'],
    page: ['2'],
    kind: ['technical', 'motivation'],
    use: ['none'],
  })
  expect(hiddenFieldsOf(address)).toEqual([
    { name: 'kind', value: 'technical' },
    { name: 'kind', value: 'motivation' },
    { name: 'use', value: 'none' },
  ])
})

test.each([
  [{ kind: ['odd', 'technical', 'technical'] }, { kind: ['technical'] }],
  [{ role: ['<b>', 'architect'] }, { role: ['architect'] }],
  [{ minutes: ['7', '8', '10'] }, { minutes: ['10'] }],
  [
    { tag: Array.from({ length: 500 }, (_, at) => `t${at}`) },
    { tag: Array.from({ length: 20 }, (_, at) => `t${at}`) },
  ],
])('in an address what cannot be is no filter', (params, filters) => {
  expect(questionsAddressSchema.parse(params).filters).toMatchObject(filters)
})

test.each(['0', '-1', '1.5', 'x', '99999999999'])('%s is no page', (page) => {
  expect(questionsAddressSchema.parse({ page: [page] }).page).toBe(1)
})
