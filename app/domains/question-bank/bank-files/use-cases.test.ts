import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Access } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { write } from '#db/client.server.ts'
import { question } from '#db/schema/question-bank.ts'
import { seedContent } from '#db/seed.ts'
import { readContentFiles } from '#rubrics/read.server.ts'
import type { Scale } from '#rubrics/content.schema.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { listBroughtVersions, undoBroughtVersions } from '../batch-store.server.ts'
import { findQuestion } from '../question-store.server.ts'
import { listBankFiles, pickBankFiles } from './bank-files.ts'
import { exportBank, loadBank } from './use-cases.server.ts'
import { packZip, unpackZip } from './zip.server.ts'

function bank(access: Access = 'manager', isFilled = true): Ctx {
  const db = openTestDatabase()
  if (isFilled) seedContent(db, shippedRubrics(), 1)
  return { db, user: addPerson(db, { access }), now: 5 }
}

function exported(ctx: Ctx): Uint8Array {
  const result = exportBank(ctx)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

const load = (ctx: Ctx, bytes: Uint8Array, formKey = newId()) =>
  loadBank(ctx, { formKey, name: 'bank.zip', bytes })

function batchOf(result: ReturnType<typeof load>): string {
  if (!result.ok || !('batchId' in result.value)) throw new Error(JSON.stringify(result))
  return result.value.batchId
}

function first() {
  const [item] = shippedRubrics().questions
  if (!item) throw new Error('no question')
  return item
}

test('the exported bank is what rubrics/ accepts, and nothing is lost in it', () => {
  const files = unpackZip(exported(bank()))
  if ('problem' in files) throw new Error(files.problem)
  const content = readContentFiles(pickBankFiles(files).map((file) => ({ ...file, file: file.path })))
  expect(content).toEqual(shippedRubrics())
})

test('a bank loaded into an empty one gives the same export', () => {
  const bytes = exported(bank())
  const empty = bank('administrator', false)
  batchOf(load(empty, bytes))
  expect(exported(empty)).toEqual(bytes)
})

test('loading what is there already changes nothing, and the same form loads once', () => {
  const ctx = bank()
  const bytes = exported(ctx)
  const formKey = newId()
  const batchId = batchOf(load(ctx, bytes, formKey))
  expect(listBroughtVersions(ctx.db, batchId)).toEqual([])
  expect(batchOf(load(ctx, bytes, formKey))).toBe(batchId)
})

test('a changed file becomes a new version, a new one a new question, and undoing takes both back', () => {
  const ctx = bank()
  const changed = { ...first(), title: 'Ours' }
  const added = { ...first(), id: 'our-own', title: 'Our own' }
  const nothing = { scales: [], competencies: [], roles: [] }
  const files = listBankFiles({ ...nothing, questions: [changed, added] })
  const batchId = batchOf(load(ctx, packZip(files)))
  expect(findQuestion(ctx.db, first().id)).toMatchObject({ number: 2, content: { title: 'Ours' } })
  expect(findQuestion(ctx.db, 'our-own')).toMatchObject({ number: 1 })
  expect(write(ctx.db, (tx) => undoBroughtVersions(tx, batchId))).toEqual([])
  expect(findQuestion(ctx.db, first().id)?.content).toEqual(first())
  expect(findQuestion(ctx.db, 'our-own')).toBeUndefined()
})

test('an archived question that a file brings comes back', () => {
  const ctx = bank()
  const bytes = exported(ctx)
  ctx.db
    .update(question)
    .set({ archivedAtMs: 3, archivedBy: ctx.user.id })
    .where(eq(question.id, first().id))
    .run()
  batchOf(load(ctx, bytes))
  expect(findQuestion(ctx.db, first().id)?.isArchived).toBe(false)
})

test('an archived question that a role recommends is exported, so that the files lean on nothing that is missing', () => {
  const ctx = bank()
  const wanted = shippedRubrics().roles[0]?.recommendedPanel.interviews[0]?.questions[0] ?? ''
  ctx.db
    .update(question)
    .set({ archivedAtMs: 3, archivedBy: ctx.user.id })
    .where(eq(question.id, wanted))
    .run()
  batchOf(load(bank('manager', false), exported(ctx)))
})

test('files that point at nothing are refused by file and line, and nothing is stored', () => {
  const ctx = bank()
  const broken = { ...first(), id: 'broken', primaryCompetency: 'alchemy' }
  const files = listBankFiles({ scales: [], competencies: [], roles: [], questions: [broken] })
  const result = load(ctx, packZip([...files, { path: 'roles/half.json', text: '{"id": ' }]))
  expect(result).toMatchObject({ ok: true, value: { problems: [{ file: 'roles/half.json', line: 1 }] } })
  const second = load(ctx, packZip(files))
  expect(second).toMatchObject({
    ok: true,
    value: { problems: [{ reason: 'there is no competency "alchemy"' }] },
  })
  expect(findQuestion(ctx.db, 'broken')).toBeUndefined()
})

function loadScale(change: (scale: Scale) => Scale) {
  const [scale] = shippedRubrics().scales
  if (!scale) throw new Error('no scale')
  const files = { scales: [change(scale)], competencies: [], roles: [], questions: [] }
  return load(bank(), packZip(listBankFiles(files)))
}

test('a scale with other levels is refused: scorecards are filled on it', () => {
  const result = loadScale((scale) => ({ ...scale, levels: scale.levels.slice(1) }))
  expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } })
})

test('other words for a scale do not stop a load, and leave the words as they are', () => {
  batchOf(loadScale((scale) => ({ ...scale, name: 'Other' })))
})

test.each(['interviewer', 'coordinator', 'observer'] as const)(
  '%s may read the bank as files, not load any',
  (access) => {
    const ctx = bank(access)
    expect(load(ctx, exported(ctx))).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  },
)
