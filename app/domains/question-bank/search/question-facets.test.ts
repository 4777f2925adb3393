import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitSetOf, countMembers, listMembers } from './bit-set.ts'
import { applyFilters, buildBankIndex, type IndexedQuestion } from './question-facets.ts'
import { facetNames, type Filters } from '../question-search.ts'

function question(id: string, overrides: Partial<IndexedQuestion> = {}): IndexedQuestion {
  return {
    id,
    title: id,
    minutes: 8,
    kind: 'technical',
    difficulty: 'easy',
    primaryCompetency: 'a',
    competencies: ['a'],
    roles: ['architect'],
    tags: [],
    isArchived: false,
    isUsed: false,
    ...overrides,
  }
}

function find(
  questions: readonly IndexedQuestion[],
  filters: Filters,
  hits: readonly string[] | null = null,
) {
  const index = buildBankIndex(questions)
  const places = [...index.questions.keys()]
  const isHit = (place: number) => !hits || hits.includes(index.questions[place]?.id ?? '')
  const found = applyFilters(index, bitSetOf(places.length, places.filter(isHit)), filters)
  return {
    ids: listMembers(found.fitting).map((place) => index.questions[place]?.id),
    facets: found.facets,
    total: countMembers(found.fitting),
  }
}

const bank = [
  question('one', { competencies: ['a', 'b'], minutes: 5, tags: ['x'] }),
  question('two', { competencies: ['b'], difficulty: 'hard', isUsed: true, tags: ['x', 'y'] }),
  question('three', {
    competencies: ['c'],
    difficulty: 'hard',
    minutes: 20,
    roles: ['architect', 'engineer'],
  }),
  question('four', { competencies: ['a'], isArchived: true }),
]

test('values of one facet widen, facets narrow', () => {
  expect(find(bank, { competency: ['a', 'c'] }).ids).toEqual(['one', 'three'])
  expect(find(bank, { competency: ['a', 'c'], difficulty: ['hard'] }).ids).toEqual(['three'])
  expect(find(bank, { competency: ['b'], use: ['panel'] }).ids).toEqual(['two'])
  expect(find(bank, { competency: ['nothing'] }).ids).toEqual([])
})

test('archived questions are found when they are asked for, and then only they', () => {
  expect(find(bank, {}).total).toBe(3)
  expect(find(bank, { state: ['archived'] }).ids).toEqual(['four'])
  expect(find(bank, {}).facets.state).toEqual([{ value: 'archived', count: 1 }])
})

test('minutes are counted up to a step, and one that takes longer than all steps fits none', () => {
  expect(find(bank, {}).facets.minutes).toEqual([
    { value: '5', count: 1 },
    { value: '8', count: 2 },
    { value: '10', count: 2 },
    { value: '15', count: 2 },
  ])
  expect(find(bank, { minutes: ['5'] }).ids).toEqual(['one'])
})

test('only what the text found is counted', () => {
  const found = find(bank, { difficulty: ['hard'] }, ['one', 'two'])
  expect(found.ids).toEqual(['two'])
  expect(found.facets.competency).toEqual([{ value: 'b', count: 1 }])
  expect(found.facets.difficulty).toEqual([
    { value: 'easy', count: 1 },
    { value: 'hard', count: 1 },
  ])
})

test('questions stand by title as people sort', () => {
  const titles = ['Zeit', 'ärger', 'Step 10', 'Step 9', 'Arm']
  expect(
    find(
      titles.map((title) => question(title, { title })),
      {},
    ).ids,
  ).toEqual(['ärger', 'Arm', 'Step 9', 'Step 10', 'Zeit'])
})

test('the count beside a value is what choosing it alone would give, whatever else is chosen', () => {
  const pick = (...values: string[]) => fc.constantFrom(...values)
  const some = (...values: string[]) => fc.uniqueArray(pick(...values), { maxLength: 3 })
  const anyQuestion = fc.record({
    minutes: fc.integer({ min: 2, max: 30 }),
    kind: pick('technical', 'situational'),
    difficulty: pick('easy', 'medium', 'hard'),
    competencies: some('a', 'b', 'c'),
    roles: some('architect', 'engineer'),
    tags: some('x', 'y', 'z'),
    isArchived: fc.boolean(),
    isUsed: fc.boolean(),
  })
  const anyFilters = fc.record(
    {
      role: some('architect', 'engineer'),
      competency: some('a', 'b', 'c'),
      kind: some('technical', 'situational'),
      difficulty: some('easy', 'medium', 'hard'),
      minutes: some('5', '8', '15'),
      tag: some('x', 'y', 'z'),
      use: some('panel', 'none'),
      state: fc.constantFrom([], ['archived']),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 40 }), anyFilters, (items, filters) => {
      const questions = items.map((item, at) => question(`q${at}`, item))
      const { facets } = find(questions, filters)
      for (const name of facetNames)
        for (const { value, count } of facets[name])
          expect(find(questions, { ...filters, [name]: [value] } satisfies Filters).total).toBe(count)
    }),
  )
})
