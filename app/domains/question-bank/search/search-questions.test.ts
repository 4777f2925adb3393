import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase, write } from '#db/client.server.ts'
import { addQuestionVersion, makeQuestionVersionCurrent } from '#db/content-versions.ts'
import { migrate } from '#db/migrate.ts'
import { panel } from '#db/schema/panels.ts'
import { question } from '#db/schema/question-bank.ts'
import { seedContent } from '#db/seed.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson, addRound } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { facetNames, type Filters, type QuestionQuery, type QuestionSearch } from '../question-search.ts'
import { searchQuestions } from './search-questions.server.ts'

function reader() {
  const db = openTestDatabase()
  seedContent(db, shippedRubrics(), 1)
  return { db, user: addPerson(db, { access: 'observer' }), now: 1 }
}
type Reader = ReturnType<typeof reader>

const ctx = reader()
const { questions } = shippedRubrics()
const everything = { offset: 0, limit: 1000 }

function search(query: QuestionQuery, of: Reader = ctx, slice = everything): QuestionSearch {
  const result = searchQuestions(of, query, slice)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

const idsOf = ({ rows }: QuestionSearch) => rows.map((row) => row.id)
const author = { userId: 'maren', batchId: null, now: 2 }

/** A bank of its own in which the first question says something else. */
function withFirst(changes: Partial<(typeof questions)[number]>) {
  const own = reader()
  const [first] = questions
  if (!first) throw new Error('no question')
  write(own.db, (tx) =>
    makeQuestionVersionCurrent(tx, first.id, addQuestionVersion(tx, { ...first, ...changes }, author)),
  )
  return { own, id: first.id }
}

test('without a text every question stands by title', () => {
  const found = search({})
  expect(found.total).toBe(questions.length)
  const titles = found.rows.map((row) => row.title)
  expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))
  expect(found.reading.kind).toBe('as-typed')
})

test('the words of a title find its question among the first two', () => {
  for (const item of questions)
    expect(idsOf(search({ text: item.title })).slice(0, 2), item.title).toContain(item.id)
})

test('a list comes in slices that together are the whole', () => {
  const whole = idsOf(search({ text: 'order' }))
  const slices = [0, 5, 10].map((offset) => idsOf(search({ text: 'order' }, ctx, { offset, limit: 5 })))
  expect(slices.flat()).toEqual(whole.slice(0, 15))
})

test.each([['idempot'], ['idempoten'], ['idempotency'], ['integratio'], ['IDEMPOTENCY']])(
  'the beginning of a word is enough, wherever it ends: %s',
  (text) => {
    const found = search({ text })
    expect(found.total).toBeGreaterThan(0)
    expect(found.reading.kind).toBe('as-typed')
  },
)

test('words in quotation marks have to stand together', () => {
  const { own, id } = withFirst({
    prompt: 'Which wombat burrows under the fence, and what about the fence wombat?',
  })
  expect(idsOf(search({ text: '"wombat burrow"' }, own))).toEqual([id])
  expect(search({ text: '"burrows wombat"' }, own).reading.kind).toBe('some-words')
  expect(idsOf(search({ text: 'burrows wombat' }, own))).toEqual([id])
})

test('a mistyped word is read as the nearest word of the bank, and said so', () => {
  const { own, id } = withFirst({ title: 'The wombat in the warehouse' })
  const found = search({ text: 'wombta' }, own)
  expect(found.reading).toEqual({ kind: 'corrected', text: 'wombat' })
  expect(idsOf(found)).toEqual([id])
  expect(found.rows[0]?.found.title.filter((segment) => segment.isMatch)).toEqual([
    { text: 'wombat', isMatch: true },
  ])
  expect(search({ text: 'warehuose wombat' }, own).reading).toEqual({
    kind: 'corrected',
    text: 'warehouse wombat',
  })
})

test('a rare spelling is found as typed, and the common one offered', () => {
  const { own, id } = withFirst({ title: 'A mesage for the owner' })
  const found = search({ text: 'mesage' }, own)
  expect(idsOf(found)).toEqual([id])
  expect(found.reading).toEqual({ kind: 'suggested', text: 'message' })
})

test('when no question has all words, those with some of them come', () => {
  const { own, id } = withFirst({ title: 'The wombat in the warehouse' })
  const found = search({ text: 'wombat zzzzzzzz' }, own)
  expect(found.reading).toEqual({ kind: 'some-words' })
  expect(idsOf(found)).toEqual([id])
})

test('a text of which nothing is known finds nothing', () => {
  expect(search({ text: 'zzzzzzzz' })).toMatchObject({ total: 0, unfilteredTotal: 0, rows: [] })
})

test.each([
  ['a quotation mark', '"'],
  ['a column', 'title:x OR y'],
  ['an operator', 'a NEAR/2 b'],
  ['SQL', "'); DROP TABLE question;--"],
  ['brackets', '((('],
  ['a star', '*'],
  ['signs', '^a -b'],
  ['a long word', 'x'.repeat(9000)],
  ['many words', 'retry '.repeat(2000)],
  ['a control character', '\u0000\u0001retry\u0002'],
])('%s is looked for, never executed', (_, text) => {
  expect(search({ text }).total).toBeGreaterThanOrEqual(0)
  expect(search({}).total).toBe(questions.length)
})

test('every filter narrows by what the content says, and all of them together', () => {
  const [item] = questions
  if (!item) throw new Error('no question')
  const [role = ''] = item.roles
  const count = (filters: Filters) => search({ filters }).total
  expect(count({ role: [role] })).toBe(questions.filter((other) => other.roles.includes(role)).length)
  expect(count({ kind: [item.kind, 'motivation'] })).toBe(
    questions.filter((other) => [item.kind, 'motivation'].includes(other.kind)).length,
  )
  const all: Filters = {
    role: [role],
    competency: [item.primaryCompetency],
    kind: [item.kind],
    difficulty: [item.difficulty],
    minutes: item.minutes <= 15 ? ['15'] : [],
    use: ['none'],
  }
  expect(idsOf(search({ filters: all }))).toContain(item.id)
  expect(search({ filters: all, excludeIds: [item.id] }).total).toBe(count(all) - 1)
})

test('the count beside a value is what choosing it alone would give', () => {
  const query = { text: 'api', filters: { difficulty: ['hard', 'easy'], kind: ['technical'] } }
  const before = search(query)
  for (const name of facetNames)
    for (const { value, count } of before.facets[name])
      expect(search({ ...query, filters: { ...query.filters, [name]: [value] } }).total, value).toBe(count)
})

test('preferred competencies come first, and within them the best match', () => {
  const plain = search({ text: 'order' })
  const competency = plain.rows.at(-1)?.competency.id ?? ''
  const preferred = search({ text: 'order', preferCompetencies: [competency] })
  const isIts = (row: QuestionSearch['rows'][number]) => row.competency.id === competency
  expect(idsOf(preferred)).toEqual(
    [...plain.rows.filter(isIts), ...plain.rows.filter((row) => !isIts(row))].map((row) => row.id),
  )
})

test('a hit that only an anchor or a signal shows tells where it is', () => {
  const [first] = questions
  const rubrics = first?.rubrics.map((rubric) => ({
    ...rubric,
    anchors: rubric.anchors.map((anchor) =>
      anchor.level === 3 ? { ...anchor, text: 'Tells <b>wombats</b> from quokkas.' } : anchor,
    ),
  }))
  const { own } = withFirst({ rubrics: rubrics ?? [] })
  const [row] = search({ text: 'wombat' }, own).rows
  expect(row?.found.elsewhere).toEqual({
    place: { part: 'anchor', level: 3 },
    segments: [
      { text: 'Tells <b>', isMatch: false },
      { text: 'wombats', isMatch: true },
      { text: '</b> from quokkas.', isMatch: false },
    ],
  })
  const shown = withFirst({ title: 'Wombats' }).own
  expect(search({ text: 'wombats' }, shown).rows[0]?.found.elsewhere).toBeNull()
})

test('what changed since the last search is seen by the next one', () => {
  const own = reader()
  const before = search({}, own)
  const id = before.rows[0]?.id ?? ''
  own.db.update(question).set({ archivedAtMs: 5 }).where(eq(question.id, id)).run()
  expect(search({}, own).total).toBe(before.total - 1)
  expect(idsOf(search({ filters: { state: ['archived'] } }, own))).toEqual([id])
  const text = `"${before.rows[0]?.title}"`
  expect(idsOf(search({ text, filters: { state: ['archived'] } }, own))).toContain(id)
  const content = questions.find((item) => item.id === id)
  if (!content) throw new Error('not shipped')
  own.db.update(question).set({ archivedAtMs: null }).where(eq(question.id, id)).run()
  write(own.db, (tx) =>
    makeQuestionVersionCurrent(
      tx,
      id,
      addQuestionVersion(tx, { ...content, title: 'Wombats', tags: ['marsupials'] }, author),
    ),
  )
  expect(idsOf(search({ text: 'wombat' }, own))).toEqual([id])
  expect(search({}, own).facets.tag).toContainEqual({ value: 'marsupials', count: 1 })
})

test('what another process wrote is seen by the next search', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'panelist-search-')), 'bank.sqlite')
  const here = openDatabase(file)
  migrate(here)
  seedContent(here, shippedRubrics(), 1)
  const own = { db: here, user: addPerson(here, { access: 'observer' }), now: 1 }
  expect(search({ text: 'zymurgists' }, own).total).toBe(0)
  const there = openDatabase(file)
  const [first] = questions
  if (!first) throw new Error('no question')
  write(there, (tx) =>
    makeQuestionVersionCurrent(
      tx,
      first.id,
      addQuestionVersion(tx, { ...first, title: 'Zymurgists', difficulty: 'hard' }, author),
    ),
  )
  expect(idsOf(search({ text: 'zymurgists', filters: { difficulty: ['hard'] } }, own))).toEqual([first.id])
  closeDatabase(there)
  closeDatabase(here)
})

test('a question is used while a panel that is not archived asks it', () => {
  const own = reader()
  const used = (of: Reader) => search({ filters: { use: ['panel'] } }, of).total
  expect(used(own)).toBe(0)
  addRound(own.db)
  const inPanel = used(own)
  expect(inPanel).toBeGreaterThan(0)
  expect(search({ filters: { use: ['none'] } }, own).total).toBe(questions.length - inPanel)
  own.db.update(panel).set({ archivedAtMs: 9 }).run()
  expect(used(own)).toBe(0)
})
