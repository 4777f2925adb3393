import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Person } from '#app/domains/people/person.ts'
import { putIntoBank } from '#app/domains/question-bank/editor/put-into-bank.server.ts'
import { draftOfQuestion } from '#app/domains/question-bank/editor/question-form.ts'
import { write, type Db } from '#db/client.server.ts'
import { seedContent } from '#db/seed.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addContent, addPerson, roundStartMs } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { searchQuestions } from '../search/search-questions.server.ts'
import { getQuestion } from '../use-cases.server.ts'
import {
  getQuestionVersions,
  restoreQuestionVersion,
  setQuestionArchived,
} from './question-versions.server.ts'
import { findTeamState, updateTeamState } from './team-state-store.server.ts'

const content = shippedRubrics()
const shipped = content.questions[0]
if (!shipped) throw new Error('no question')
const { id } = shipped

let db: Db
let manager: Person
beforeEach(() => {
  db = openTestDatabase()
  addContent(db)
  manager = addPerson(db, { access: 'manager', name: 'Mina Leader' })
})
const as = (user: Person): Ctx => ({ db, user, now: roundStartMs })

function edit(change: { title?: string; probes?: string[] }, base: number): void {
  const draft = { ...draftOfQuestion(current().content), ...change }
  putIntoBank(as(manager), { target: { kind: 'question', id, base }, draft, formKey: `form-${base}` })
}

function current() {
  const found = getQuestion(as(manager), id)
  if (!found.ok) throw new Error(found.error.kind)
  return found.value.question
}

function versions(asked: { from?: number; to?: number } = {}) {
  const view = getQuestionVersions(as(manager), { questionId: id, ...asked })
  if (!view.ok) throw new Error(view.error.kind)
  return view.value
}

test('every version says who, and in one line what changed', () => {
  edit({ title: 'Reworded' }, 1)
  edit({ title: 'Once more', probes: ['Why?', 'Who else?'] }, 2)
  expect(versions().items.map(({ number, by, words, isCurrent }) => [number, by, words, isCurrent])).toEqual([
    [3, 'Mina Leader', 'Title and probes', true],
    [2, 'Mina Leader', 'Title', false],
    [1, 'shipped with Panelist', 'First version', false],
  ])
})

test('any two versions can be compared; numbers that are not there give the newest two', () => {
  edit({ title: 'Reworded' }, 1)
  edit({ probes: ['Why?', 'Who else?'] }, 2)
  expect(versions()).toMatchObject({ from: 2, to: 3, differences: [{ key: 'probes' }] })
  expect(versions({ from: 1, to: 2 }).differences.map((field) => field.key)).toEqual(['title'])
  expect(versions({ from: 8, to: 9 })).toMatchObject({ from: 2, to: 3 })
  expect(getQuestionVersions(as(manager), { questionId: 'none' })).toMatchObject({
    error: { kind: 'not-found' },
  })
})

test('an earlier version becomes current again as a new one, once', () => {
  edit({ title: 'Reworded' }, 1)
  const again = { questionId: id, number: 1, base: 2 }
  expect(restoreQuestionVersion(as(manager), again)).toEqual({ ok: true, value: { number: 3 } })
  expect(restoreQuestionVersion(as(manager), again)).toEqual({ ok: true, value: { number: 3 } })
  expect(current().content).toEqual(shipped)
  expect(restoreQuestionVersion(as(manager), { ...again, number: 2 })).toMatchObject({
    error: { kind: 'conflict' },
  })
  expect(restoreQuestionVersion(as(manager), { ...again, number: 9 })).toMatchObject({
    error: { kind: 'not-found' },
  })
})

test('what is archived is out of the list until it is brought back, and says who did it', () => {
  const total = () => {
    const found = searchQuestions(as(manager), {})
    return found.ok ? found.value.total : -1
  }
  const before = total()
  expect(setQuestionArchived(as(manager), { questionId: id, isArchived: true }).ok).toBe(true)
  expect(total()).toBe(before - 1)
  expect(findTeamState(db, 'question', id)).toMatchObject({ archivedBy: manager.id })
  seedContent(db, content, roundStartMs)
  expect(current().isArchived).toBe(true)
  expect(setQuestionArchived(as(manager), { questionId: id, isArchived: false }).ok).toBe(true)
  expect(total()).toBe(before)
  expect(current().number).toBe(1)
})

test('a question that an upgrade took away stays when the team brings it back', () => {
  const without = { ...content, questions: content.questions.filter((question) => question.id !== id) }
  seedContent(db, without, roundStartMs)
  expect(current().isArchived).toBe(true)
  setQuestionArchived(as(manager), { questionId: id, isArchived: false })
  seedContent(db, without, roundStartMs)
  expect(current()).toMatchObject({ isArchived: false, number: 2 })
})

test('only who may edit a question archives it or brings a version back', () => {
  const own = { questionId: id, number: 1, base: 1 }
  const archive = { questionId: id, isArchived: true }
  const interviewer = addPerson(db, { access: 'interviewer' })
  const observer = addPerson(db, { access: 'observer' })
  expect(restoreQuestionVersion(as(interviewer), own)).toMatchObject({ error: { kind: 'not-found' } })
  expect(setQuestionArchived(as(interviewer), archive)).toMatchObject({ error: { kind: 'not-found' } })
  expect(restoreQuestionVersion(as(observer), own)).toMatchObject({ error: { kind: 'forbidden' } })
  expect(setQuestionArchived(as(observer), archive)).toMatchObject({ error: { kind: 'forbidden' } })
  expect(getQuestionVersions(as(observer), { questionId: id })).toMatchObject({ value: { mayEdit: false } })
})

test('a shipped version that the team wrote over counts as looked at', () => {
  edit({ title: 'Reworded' }, 1)
  expect(findTeamState(db, 'question', id)?.declinedVersionId).toBe(`${id}@1`)
  write(db, (tx) => updateTeamState(tx, 'question', id, { declinedVersionId: null }))
  edit({ title: 'And again' }, 2)
  expect(findTeamState(db, 'question', id)?.declinedVersionId).toBeNull()
})
