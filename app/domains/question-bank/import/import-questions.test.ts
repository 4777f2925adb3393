import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Access } from '#app/domains/people/access.ts'
import { finishDraft } from '#app/domains/question-bank/editor/draft-store.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { write } from '#db/client.server.ts'
import { auditEvent } from '#db/schema/people.ts'
import { importBatch, importedItem, question, questionDraft } from '#db/schema/question-bank.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addContent, addPerson, roundStartMs } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { getImport, undoImport } from '../batches.server.ts'
import { getQuestion } from '../use-cases.server.ts'
import type { ImportChoice } from './import-preview.ts'
import { importQuestions } from './import-questions.server.ts'
import { previewDocument } from './read-document.server.ts'

function setUp(access: Access = 'manager') {
  const db = openTestDatabase()
  addContent(db)
  const ctx = { db, user: addPerson(db, { access }), now: roundStartMs }
  const count = () => ({
    batches: db.select().from(importBatch).all().length,
    drafts: db.select().from(questionDraft).all().length,
    items: db.select().from(importedItem).all().length,
    questions: db.select().from(question).all().length,
    events: db.select().from(auditEvent).all().length,
  })
  return { db, ctx, count }
}

const given = (text: string, fileName?: string) => ({ bytes: new TextEncoder().encode(text), fileName })
const list = 'Our list\n\n1. How do you plan a shift?\n2. Tell me about a time you waited.\nLast words'
const plain = list.replace('\nLast words', '')

type Ctx = ReturnType<typeof setUp>['ctx']

function suggested(ctx: Ctx, document: ReturnType<typeof given>): Map<string, ImportChoice> {
  const read = previewDocument(ctx, document)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return new Map(read.value.preview.rows.map((row) => [row.key, row.choice]))
}

function importAll(
  ctx: Ctx,
  document: ReturnType<typeof given>,
  change: Partial<Parameters<typeof importQuestions>[1]> = {},
) {
  const choices = suggested(ctx, document)
  return importQuestions(ctx, {
    ...document,
    formKey: newId(),
    name: 'Our list',
    roleId: null,
    choices,
    ...change,
  })
}

test('a preview names what it understood, and stores nothing', () => {
  const { ctx, count } = setUp()
  const before = count()
  const read = previewDocument(ctx, given(list))
  if (!read.ok) throw new Error('refused')
  expect(read.value.preview.rows).toMatchObject([
    { key: 'part.1', kind: 'part', source: 'Our list', choice: { isTaken: false } },
    {
      key: 'item.1',
      source: '1. How do you plan a shift?',
      choice: { isTaken: true, prompt: 'How do you plan a shift?', kind: 'technical' },
    },
    { key: 'item.2', choice: { kind: 'behavioural' } },
    { key: 'part.2', reason: 'Stands after the last question' },
  ])
  expect(count()).toEqual(before)
})

test('a competency that the document names by its name or id is chosen', () => {
  const { ctx } = setUp()
  const [first, second] = shippedRubrics().competencies
  const table = `Question,Competency\nWhy trams?,${first?.name.toUpperCase() ?? ''}\nWhy buses?,${second?.id ?? ''}`
  const chosen = [...suggested(ctx, given(table, 'a.csv'))].filter(([key]) => key.startsWith('item'))
  expect(chosen.map(([, choice]) => choice.competencyId)).toEqual([first?.id, second?.id])
})

test('an import makes a draft of each question that was chosen, with its source, and notes who did it', () => {
  const { db, ctx, count } = setUp()
  const before = count()
  const choices = suggested(ctx, given(list))
  const first = choices.get('item.1')
  if (!first) throw new Error('no item')
  choices.set('item.1', { ...first, prompt: 'How would you plan a night shift?', difficulty: 'hard' })
  const roleId = shippedRubrics().roles[0]?.id ?? null
  const made = importAll(ctx, given(list), { choices, roleId })
  if (!made.ok) throw new Error('refused')
  expect(count()).toEqual({
    ...before,
    batches: 1,
    drafts: 2,
    items: 2,
    events: before.events + 1,
  })
  const [draft] = db.select().from(questionDraft).all()
  expect(draft).toMatchObject({ revision: 1, createdBy: ctx.user.id, questionId: null })
  expect(draft?.body).toMatchObject({
    prompt: 'How would you plan a night shift?',
    difficulty: 'hard',
    roles: [roleId],
    sources: [{ document: 'our-list', ordinal: 1 }],
  })
  expect(db.select().from(importedItem).all()[0]).toMatchObject({
    batchId: made.value.batchId,
    ordinal: 1,
    draftId: draft?.id,
    sourceText: '1. How do you plan a shift?',
  })
})

test('what was left out stays out, and what was not recognised can be taken', () => {
  const { db, ctx } = setUp()
  const choices = suggested(ctx, given(list))
  for (const [key, choice] of choices) choices.set(key, { ...choice, isTaken: key === 'part.2' })
  expect(importAll(ctx, given(list), { choices }).ok).toBe(true)
  expect(db.select().from(importedItem).all()).toMatchObject([{ ordinal: 4, sourceText: 'Last words' }])
  expect(db.select().from(questionDraft).all()[0]?.body.prompt).toBe('Last words')
})

test('the same form twice imports once', () => {
  const { ctx, count } = setUp()
  const formKey = newId()
  const first = importAll(ctx, given(list), { formKey })
  const after = count()
  expect(importAll(ctx, given(list), { formKey })).toEqual(first)
  expect(count()).toEqual(after)
})

test('what an earlier import brought is left out, until that import is undone', () => {
  const { db, ctx } = setUp()
  const made = importAll(ctx, given(plain))
  const taken = () =>
    [...suggested(ctx, given(`${plain}\n3. Why trams?`)).values()].filter((choice) => choice.isTaken)
  expect(taken().map((choice) => choice.prompt)).toEqual(['Why trams?'])
  const interviewer = { ...ctx, user: addPerson(db, { access: 'interviewer' }) }
  const seen = [...suggested(interviewer, given(plain)).values()].filter((choice) => choice.isTaken)
  expect(seen, 'an import of somebody else is not told').toHaveLength(2)
  if (made.ok) undoImport(ctx, made.value.batchId)
  expect(taken()).toHaveLength(3)
})

test('undoing keeps what somebody has worked on or finished, and says so', () => {
  const { db, ctx, count } = setUp()
  const made = importAll(ctx, given(`${plain}\n3. Why trams?`))
  if (!made.ok) throw new Error('refused')
  const { batchId } = made.value
  const [edited, finished] = db.select().from(questionDraft).all()
  const [shipped] = shippedRubrics().questions
  if (!edited || !finished || !shipped) throw new Error('no drafts')
  write(db, (tx) => {
    tx.update(questionDraft).set({ revision: 2 }).where(eq(questionDraft.id, edited.id)).run()
    finishDraft(tx, finished.id, shipped.id)
  })
  expect(undoImport(ctx, batchId)).toEqual({ ok: true, value: { kept: 2 } })
  const left = getImport(ctx, batchId)
  expect(left.ok && left.value.items.map((item) => item.state)).toEqual(['edited', 'finished', 'gone'])
  expect(count().drafts).toBe(1)
  expect(undoImport(ctx, batchId)).toMatchObject({ ok: false, error: { kind: 'conflict' } })
})

test('a complete question of ours goes into the bank at once, under an id that is free', () => {
  const { db, ctx, count } = setUp()
  const [shipped] = shippedRubrics().questions
  if (!shipped) throw new Error('no question')
  const document = given(JSON.stringify([{ ...shipped, title: 'A title of our own' }]), 'ours.json')
  expect(suggested(ctx, document).get('item.1')?.isTaken).toBe(false)
  const choices = new Map(
    [...suggested(ctx, document)].map(([key, choice]) => [key, { ...choice, isTaken: true }]),
  )
  const before = count()
  expect(importAll(ctx, document, { choices }).ok).toBe(true)
  expect(count()).toMatchObject({ questions: before.questions + 1, drafts: 0 })
  const made = getQuestion(ctx, 'a-title-of-our-own')
  expect(made.ok && made.value.question).toMatchObject({ number: 1, content: { prompt: shipped.prompt } })
  expect(db.select().from(importedItem).all()[0]?.questionId).toBe('a-title-of-our-own')
})

test('a complete question that names a role which this bank has not becomes a draft', () => {
  const { db, ctx } = setUp()
  const [shipped] = shippedRubrics().questions
  const document = given(
    JSON.stringify([
      { ...shipped, id: 'new-one', prompt: 'What do you do on a tram?', roles: ['tram-driver'] },
    ]),
    'ours.json',
  )
  const choices = new Map(
    [...suggested(ctx, document)].map(([key, choice]) => [key, { ...choice, isTaken: true }]),
  )
  expect(importAll(ctx, document, { choices }).ok).toBe(true)
  expect(db.select().from(questionDraft).all()[0]?.body).toMatchObject({
    title: shipped?.title,
    roles: ['tram-driver'],
  })
})

test.each([
  ['a table with a formula', given('Question,Answer\nWhat?,=SUM(A1)', 'a.csv'), /formula/],
  ['a file without questions', given('{"a": 1}', 'a.json'), undefined],
  ['nothing', given(''), /nothing in it/],
])('%s is refused or offers nothing, and nothing is stored', (_name, document, words) => {
  const { ctx, count } = setUp()
  const before = count()
  const made = importQuestions(ctx, {
    ...document,
    formKey: newId(),
    name: 'x',
    roleId: null,
    choices: new Map(),
  })
  expect(made.ok).toBe(false)
  if (words) expect(JSON.stringify(made)).toMatch(words)
  expect(count()).toEqual(before)
})

test('nothing chosen and too long a text are refused at their place', () => {
  const { ctx, count } = setUp()
  const before = count()
  expect(importAll(ctx, given(list), { choices: new Map() })).toMatchObject({
    error: { errors: { '': [expect.stringContaining('Tick at least one question')] } },
  })
  const choices = suggested(ctx, given(list))
  const first = choices.get('item.1')
  if (first) choices.set('item.1', { ...first, intent: 'x'.repeat(5001) })
  expect(importAll(ctx, given(list), { choices })).toMatchObject({
    error: { errors: { 'item.1.intent': [expect.stringContaining('Shorten')] } },
  })
  expect(count()).toEqual(before)
})

test.each(['coordinator', 'observer'] as const)('a %s can neither preview nor import', (access) => {
  const { ctx, count } = setUp(access)
  const before = count()
  const refused = { ok: false, error: { kind: 'forbidden' } }
  expect(previewDocument(ctx, given(list))).toEqual(refused)
  const input = { ...given(list), formKey: newId(), name: 'x', roleId: null, choices: new Map() }
  expect(importQuestions(ctx, input)).toEqual(refused)
  expect(count()).toEqual(before)
})

test('an interviewer imports questions of their own', () => {
  const { ctx, count } = setUp('interviewer')
  expect(importAll(ctx, given(list)).ok).toBe(true)
  expect(count()).toMatchObject({ drafts: 2 })
})
