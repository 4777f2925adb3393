import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Person } from '#app/domains/people/person.ts'
import type { SaveOutcome } from './editor-view.ts'
import { write, type Db } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { importBatch, importedItem } from '#db/schema/question-bank.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addContent, addPerson, roundStartMs } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import type { Result } from '#app/lib/result.ts'
import { emptyDraft, type QuestionDraft } from '../question-draft.ts'
import { searchQuestions } from '../search/search-questions.server.ts'
import { getQuestion } from '../use-cases.server.ts'
import { listDrafts, listSourceItems } from './draft-store.server.ts'
import { putIntoBank } from './put-into-bank.server.ts'
import { draftOfQuestion } from './question-form.ts'
import { getDraftEditor, getNewEditor, getQuestionEditor } from './read-editor.server.ts'
import { saveDraft, setDraftDiscarded, type Typed } from './save-draft.server.ts'

const shipped = shippedRubrics().questions[0]
if (!shipped) throw new Error('no question')
const whole: QuestionDraft = { ...draftOfQuestion(shipped), title: 'Ours alone', sources: [] }

let db: Db
let manager: Person
let interviewer: Person
let keys = 0
beforeEach(() => {
  db = openTestDatabase()
  addContent(db)
  manager = addPerson(db, { access: 'manager', name: 'Mina Leader' })
  interviewer = addPerson(db, { access: 'interviewer', name: 'Ivo Asks' })
})

const as = (user: Person, later = 0): Ctx => ({ db, user, now: roundStartMs + later })
const newForm = (draft: QuestionDraft): Typed => ({
  target: { kind: 'new' },
  draft,
  formKey: `form-${++keys}`,
})

function done(result: Result<SaveOutcome>): SaveOutcome {
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

function draftIdOf(result: Result<SaveOutcome>): string {
  const outcome = done(result)
  if (!('draftId' in outcome)) throw new Error(outcome.outcome)
  return outcome.draftId
}

function openDraft(user: Person, id: string): Typed {
  const editor = getDraftEditor(as(user), id)
  if (!editor.ok) throw new Error(editor.error.kind)
  return { target: editor.value.target, draft: editor.value.draft, formKey: `form-${++keys}` }
}

function openQuestion(user: Person, id: string): Typed {
  const editor = getQuestionEditor(as(user), id)
  if (!editor.ok) throw new Error(editor.error.kind)
  return { target: editor.value.target, draft: editor.value.draft, formKey: `form-${++keys}` }
}

function currentOf(id: string) {
  const found = getQuestion(as(manager), id)
  if (!found.ok) throw new Error(found.error.kind)
  return found.value.question
}

test('one word is enough for a draft, nothing at all is not', () => {
  expect(done(saveDraft(as(manager), newForm(emptyDraft)))).toMatchObject({ outcome: 'missing' })
  expect(listDrafts(db)).toEqual([])
  const id = draftIdOf(saveDraft(as(manager), newForm({ ...emptyDraft, intent: 'Listens' })))
  expect(openDraft(manager, id).draft).toEqual({ ...emptyDraft, intent: 'Listens' })
})

test('the same form sent twice makes one draft; sent again with other words, it loses none', () => {
  const form = newForm({ ...emptyDraft, title: 'Twice' })
  const first = draftIdOf(saveDraft(as(manager), form))
  expect(draftIdOf(saveDraft(as(manager), form))).toBe(first)
  expect(draftIdOf(saveDraft(as(manager), { ...form, draft: { ...form.draft, title: 'Other' } }))).not.toBe(
    first,
  )
})

test('a draft goes into the bank once it is whole, and is gone from the drafts', () => {
  const id = draftIdOf(saveDraft(as(manager), newForm({ ...whole, prompt: '' })))
  const opened = openDraft(manager, id)
  expect(done(putIntoBank(as(manager), opened))).toMatchObject({
    outcome: 'missing',
    missing: [{ field: 'prompt' }],
  })
  const form = { ...opened, draft: whole }
  const saved = { outcome: 'added', questionId: 'ours-alone', number: 1 }
  expect(done(putIntoBank(as(manager), form))).toEqual(saved)
  expect(done(putIntoBank(as(manager), form))).toEqual(saved)
  expect(listDrafts(db)).toEqual([])
  expect(currentOf('ours-alone').content.prompt).toBe(whole.prompt)
  const found = searchQuestions(as(manager), { text: 'ours alone' })
  expect(found.ok && found.value.rows.map((row) => row.id)).toContain('ours-alone')
  expect(verifyAuditChain(db)).toMatchObject({ brokenAt: null })
})

test('two questions of one title get two ids', () => {
  const ids = [1, 2].map(() => done(putIntoBank(as(manager), newForm(whole))))
  expect(ids).toMatchObject([{ questionId: 'ours-alone' }, { questionId: 'ours-alone-2' }])
})

test('an edit is a new version, and one that changes nothing is none', () => {
  const form = openQuestion(manager, shipped.id)
  expect(done(putIntoBank(as(manager), form))).toEqual({
    outcome: 'unchanged',
    questionId: shipped.id,
    number: 1,
  })
  const changed = { ...form, draft: { ...form.draft, followUp: 'And what then?' } }
  expect(done(putIntoBank(as(manager), changed))).toMatchObject({ outcome: 'changed', number: 2 })
  expect(currentOf(shipped.id)).toMatchObject({ number: 2, content: { followUp: 'And what then?' } })
  expect(currentOf(shipped.id).content.sources).toEqual(shipped.sources)
  // The same form sent twice.
  expect(done(putIntoBank(as(manager), changed))).toMatchObject({ outcome: 'unchanged', number: 2 })
})

test('ticks that come back in another order are no edit', () => {
  const form = openQuestion(manager, shipped.id)
  const { roles, otherCompetencies } = form.draft
  expect(roles.length).toBeGreaterThan(1)
  const draft = {
    ...form.draft,
    roles: roles.toReversed(),
    otherCompetencies: otherCompetencies.toReversed(),
  }
  expect(done(putIntoBank(as(manager), { ...form, draft }))).toMatchObject({ outcome: 'unchanged' })
})

test('whoever was overtaken sees theirs beside what was typed, and overwrites only after that', () => {
  const other = addPerson(db, { access: 'administrator', name: 'Ada Minister' })
  const mine = openQuestion(manager, shipped.id)
  const theirs = openQuestion(other, shipped.id)
  done(putIntoBank(as(other), { ...theirs, draft: { ...theirs.draft, title: 'Theirs', minutes: 29 } }))
  const typed = { ...mine, draft: { ...mine.draft, title: 'Mine' } }
  const overtaken = done(putIntoBank(as(manager), typed))
  expect(overtaken).toMatchObject({
    outcome: 'overtaken',
    theirs: { what: 'version', by: 'Ada Minister', target: { kind: 'question', base: 2 } },
  })
  if (overtaken.outcome !== 'overtaken') throw new Error('not overtaken')
  expect(overtaken.theirs.differences.map((field) => field.key)).toEqual(['title', 'minutes'])
  expect(overtaken.theirs.untouched).toEqual(['Minutes'])
  expect(currentOf(shipped.id).content.title).toBe('Theirs')
  const again = done(putIntoBank(as(manager), { ...typed, target: overtaken.theirs.target }))
  expect(again).toMatchObject({ outcome: 'changed', number: 3 })
})

test('a draft saved in two windows shows the second one what the first one saved', () => {
  const id = draftIdOf(saveDraft(as(manager), newForm({ ...emptyDraft, title: 'Begun' })))
  const [one, two] = [openDraft(manager, id), openDraft(manager, id)]
  draftIdOf(saveDraft(as(manager), { ...one, draft: { ...one.draft, title: 'First window' } }))
  const second = { ...two, draft: { ...two.draft, title: 'Second window' } }
  for (const save of [saveDraft, putIntoBank])
    expect(done(save(as(manager), second))).toMatchObject({ outcome: 'overtaken', theirs: { what: 'draft' } })
  const overtaken = done(saveDraft(as(manager), second))
  if (overtaken.outcome !== 'overtaken') throw new Error('not overtaken')
  draftIdOf(saveDraft(as(manager), { ...second, target: overtaken.theirs.target }))
  expect(openDraft(manager, id).draft.title).toBe('Second window')
})

test('a draft of a question remembers what it was based on', () => {
  const form = openQuestion(manager, shipped.id)
  const id = draftIdOf(saveDraft(as(manager), { ...form, draft: { ...form.draft, title: 'Later' } }))
  const quick = openQuestion(manager, shipped.id)
  done(putIntoBank(as(manager), { ...quick, draft: { ...quick.draft, minutes: 29 } }))
  const opened = openDraft(manager, id)
  const overtaken = done(putIntoBank(as(manager), opened))
  expect(overtaken).toMatchObject({ outcome: 'overtaken', theirs: { what: 'version' } })
  if (overtaken.outcome !== 'overtaken') throw new Error('not overtaken')
  const again = { ...opened, target: overtaken.theirs.target }
  expect(done(putIntoBank(as(manager), again))).toMatchObject({ outcome: 'changed', number: 3 })
  expect(done(putIntoBank(as(manager), again))).toMatchObject({ outcome: 'changed', number: 3 })
  expect(listDrafts(db)).toEqual([])
})

test('what was typed for a draft that is gone stands in a draft of its own', () => {
  const id = draftIdOf(saveDraft(as(manager), newForm(whole)))
  const [one, two] = [openDraft(manager, id), openDraft(manager, id)]
  done(putIntoBank(as(manager), one))
  const kept = done(saveDraft(as(manager), { ...two, draft: { ...whole, title: 'Still here' } }))
  expect(kept).toMatchObject({ outcome: 'draft-kept' })
  expect(listDrafts(db).map((row) => row.body.title)).toEqual(['Still here'])
})

test('a draft that was thrown away comes back as it was, for a day', () => {
  const id = draftIdOf(saveDraft(as(manager), newForm({ ...emptyDraft, title: 'Oops' })))
  expect(setDraftDiscarded(as(manager), { draftId: id, isDiscarded: true }).ok).toBe(true)
  expect(getDraftEditor(as(manager), id)).toMatchObject({ error: { kind: 'not-found' } })
  expect(listDrafts(db)).toEqual([])
  expect(setDraftDiscarded(as(manager), { draftId: id, isDiscarded: false }).ok).toBe(true)
  expect(openDraft(manager, id).draft.title).toBe('Oops')
  setDraftDiscarded(as(manager), { draftId: id, isDiscarded: true })
  const other = draftIdOf(saveDraft(as(manager), newForm({ ...emptyDraft, title: 'Next' })))
  setDraftDiscarded(as(manager, 2 * 86_400_000), { draftId: other, isDiscarded: true })
  expect(setDraftDiscarded(as(manager), { draftId: id, isDiscarded: false })).toMatchObject({
    error: { kind: 'not-found' },
  })
})

test('what stood in an imported document stays beside the draft and then beside the question', () => {
  const id = draftIdOf(
    saveDraft(as(manager), newForm({ ...whole, sources: [{ document: 'a-file', ordinal: 1 }] })),
  )
  const item = {
    batchId: 'b',
    ordinal: 4,
    draftId: id,
    sourceText: 'Original words',
    sampleAnswer: 'I would ask.',
  }
  write(db, (tx) => {
    const batch = { id: 'b', name: 'list.md', layout: 'markdown', createdBy: manager.id, createdAtMs: 1 }
    tx.insert(importBatch).values(batch).run()
    tx.insert(importedItem).values(item).run()
  })
  const editor = getDraftEditor(as(manager), id)
  expect(editor).toMatchObject({ value: { source: { batchName: 'list.md', sourceText: 'Original words' } } })
  const opened = openDraft(manager, id)
  done(putIntoBank(as(manager), { ...opened, draft: { ...opened.draft, sources: [] } }))
  expect(listSourceItems(db, { questionId: 'ours-alone' })).toMatchObject([{ sampleAnswer: 'I would ask.' }])
  expect(currentOf('ours-alone').content.sources).toEqual([{ document: 'a-file', ordinal: 1 }])
})

test('interviewers write and edit their own, and what is of others is as good as none', () => {
  const missing = { error: { kind: 'not-found' } }
  done(putIntoBank(as(interviewer), newForm({ ...whole, title: 'Mine to keep' })))
  const mine = openQuestion(interviewer, 'mine-to-keep')
  expect(
    done(putIntoBank(as(interviewer), { ...mine, draft: { ...mine.draft, minutes: 28 } })),
  ).toMatchObject({
    outcome: 'changed',
  })
  expect(getQuestionEditor(as(interviewer), shipped.id)).toMatchObject(missing)
  const form: Typed = { ...mine, target: { kind: 'question', id: shipped.id, base: 1 } }
  expect(saveDraft(as(interviewer), form)).toMatchObject(missing)
  expect(putIntoBank(as(interviewer), form)).toMatchObject(missing)
  const id = draftIdOf(saveDraft(as(manager), newForm(whole)))
  const others: Typed = { ...openDraft(manager, id), formKey: 'form-other' }
  expect(getDraftEditor(as(interviewer), id)).toMatchObject(missing)
  expect(saveDraft(as(interviewer), others)).toMatchObject(missing)
  expect(putIntoBank(as(interviewer), others)).toMatchObject(missing)
  expect(setDraftDiscarded(as(interviewer), { draftId: id, isDiscarded: true })).toMatchObject(missing)
  // A manager finishes an interviewer's draft.
  const theirs = draftIdOf(saveDraft(as(interviewer), newForm({ ...whole, title: 'Needs a hand' })))
  expect(done(putIntoBank(as(manager), openDraft(manager, theirs)))).toMatchObject({ outcome: 'added' })
})

test.each(['observer', 'coordinator'] as const)('a person with the access of %s writes nothing', (access) => {
  const reader = addPerson(db, { access })
  const refused = { error: { kind: 'forbidden' } }
  expect(getNewEditor(as(reader))).toMatchObject(refused)
  expect(getQuestionEditor(as(reader), shipped.id)).toMatchObject(refused)
  expect(getDraftEditor(as(reader), 'any')).toMatchObject(refused)
  expect(saveDraft(as(reader), newForm(whole))).toMatchObject(refused)
  expect(putIntoBank(as(reader), newForm(whole))).toMatchObject(refused)
  expect(setDraftDiscarded(as(reader), { draftId: 'any', isDiscarded: true })).toMatchObject(refused)
})
