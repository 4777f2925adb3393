import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { importBatch, importedItem, questionDraft } from '#db/schema/question-bank.ts'
import { addContent, addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let manager: string
let interviewer: string
beforeAll(async () => {
  server = await startTestServer()
  addContent(server.db)
}, 30_000)
beforeEach(() => {
  manager = addPerson(server.db, { access: 'manager' }).id
  interviewer = addPerson(server.db, { access: 'interviewer' }).id
})
afterAll(() => server.close())

const text = 'Our list\n\n1. How do you plan a night shift?\n2. Tell me about a tram that stood still.'

function look(as: string | undefined, content: string | Uint8Array<ArrayBuffer>, name: string) {
  const form = new FormData()
  form.set('intent', 'look')
  form.set('file', new File([content], name))
  return server.request(paths.importQuestions(), { as, form })
}

function confirm(as: string | undefined, fields: Record<string, string> = {}) {
  const taken = {
    'item.1.take': 'on',
    'item.1.prompt': 'How do you plan a night shift?',
    'item.2.take': 'on',
    'item.2.prompt': 'Tell me about a tram.',
    'item.2.difficulty': 'hard',
  }
  return server.request(paths.importQuestions(), {
    as,
    form: { intent: 'confirm', formKey: newId(), text, name: 'Trams', ...taken, ...fields },
  })
}

const counts = () =>
  [importBatch, importedItem, questionDraft].map((table) => server.db.select().from(table).all().length)

function batchOf(answer: Response): string {
  return (answer.headers.get('Location') ?? '').replace('?done=imported', '')
}

test('a document is shown part by part beside its source, and nothing is stored', async () => {
  const before = counts()
  const answer = await look(manager, text, 'list.txt')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  for (const words of [
    'Take question 2',
    'A list of questions',
    '2 found.',
    'Make it a question',
    'list.txt',
  ])
    expect(page).toContain(words)
  expect(counts()).toEqual(before)
})

test('a question that the bank has is left out unless somebody takes it', async () => {
  const [known] = shippedRubrics().questions
  const page = await (await look(manager, JSON.stringify([known]), 'ours.json')).text()
  expect(page).toContain('Nearly identical')
  expect(page).toContain(known?.title)
  expect(page).not.toMatch(/name="item\.1\.take"[^>]*checked/)
})

test('an import posted twice imports once, and its page lists the drafts', async () => {
  const [batches = 0, items = 0, drafts = 0] = counts()
  const formKey = newId()
  const first = await confirm(manager, { formKey })
  const second = await confirm(manager, { formKey })
  expect(first.status).toBe(302)
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(counts()).toEqual([batches + 1, items + 2, drafts + 2])
  const page = await (await server.request(batchOf(first), { as: manager })).text()
  for (const words of [
    'Trams',
    '2 of 2 to finish',
    'How do you plan a night shift?',
    'Tell me about a tram.',
  ])
    expect(page).toContain(words)
})

test('undoing takes the drafts back that nobody changed, and says what stayed', async () => {
  const [, , drafts = 0] = counts()
  const batch = batchOf(await confirm(manager))
  const own = server.db
    .select()
    .from(importedItem)
    .where(eq(importedItem.batchId, batch.split('/').at(-1) ?? ''))
    .all()
  server.db
    .update(questionDraft)
    .set({ revision: 2 })
    .where(eq(questionDraft.id, own[1]?.draftId ?? ''))
    .run()
  expect(await (await server.request(batch, { as: manager })).text()).toContain('Worked on, still to finish')
  expect((await server.request(batch, { as: manager, method: 'POST', form: {} })).status).toBe(302)
  expect(counts()[2]).toBe(drafts + 1)
  const page = await (await server.request(batch, { as: manager })).text()
  for (const words of ['What stayed of the document', '1 of 1 to finish', 'Tell me about a tram.'])
    expect(page).toContain(words)
})

test('what was typed comes back beside an error', async () => {
  const before = counts()
  const nameless = await confirm(manager, { name: ' ' })
  expect(nameless.status).toBe(422)
  const page = await nameless.text()
  expect(page).toContain('Give the import a name.')
  expect(page).toContain('Tell me about a tram.</textarea>')
  const long = await confirm(manager, { 'item.1.intent': 'x'.repeat(5001) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('Shorten this to at most 5000 characters')
  const none = await server.request(paths.importQuestions(), {
    as: manager,
    form: { intent: 'confirm', formKey: newId(), text, name: 'Trams' },
  })
  expect(await none.text()).toContain('Nothing is chosen.')
  expect(counts()).toEqual(before)
})

const bytes = (...values: number[]) => new Uint8Array(values)

test.each([
  ['nothing', '', 'a.txt', 'Choose a file that is not empty'],
  ['blanks', ' \n ', 'a.txt', 'There is nothing in it'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), 'a.png', 'not a text file'],
  ['another encoding', bytes(0x4f, 0xf9, 0x20, 0x3f), 'a.txt', 'not saved as UTF-8'],
  ['a formula', 'Question,Answer\nWhat?,=SUM(A1)', 'a.csv', 'Row 2, column 2 holds a formula'],
  ['a ragged row', 'Question,Answer\nWhat?', 'a.csv', 'Row 2 ends after column 1'],
  ['broken JSON', '[{"prompt": "What?"', 'a.json', 'not valid JSON'],
  ['more than 5 MB', 'a '.repeat(2_700_000), 'a.txt', 'larger than 5 MB'],
])('%s is refused with what to do, and nothing is stored', async (_name, content, name, words) => {
  const before = counts()
  const answer = await look(manager, content, name)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
  expect(counts()).toEqual(before)
})

test('50 MB are refused before they are read', async () => {
  const answer = await look(manager, new Uint8Array(50_000_000), 'a.txt').catch(() => null)
  expect(answer?.status ?? 413).toBe(413)
})

test('an import is refused to whoever may not, and somebody else’s is as good as none', async () => {
  const before = counts()
  const coordinator = addPerson(server.db, { access: 'coordinator' }).id
  expect((await confirm(undefined)).status).toBe(401)
  expect((await confirm(coordinator)).status).toBe(403)
  expect((await look(coordinator, text, 'list.txt')).status).toBe(403)
  expect(counts()).toEqual(before)

  const own = batchOf(await confirm(interviewer))
  const other = batchOf(await confirm(manager))
  expect((await server.request(own, { as: interviewer })).status).toBe(200)
  expect((await server.request(other, { as: interviewer })).status).toBe(404)
  expect((await server.request(other, { as: interviewer, method: 'POST', form: {} })).status).toBe(404)
  expect((await server.request(own, { as: manager })).status).toBe(200)
  const list = await (await server.request(paths.imports(), { as: interviewer })).text()
  expect(list).toContain(own)
  expect(list).not.toContain(other)
})
