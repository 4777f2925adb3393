import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Person } from '#app/domains/people/person.ts'
import { putIntoBank } from '#app/domains/question-bank/editor/put-into-bank.server.ts'
import { draftOfQuestion } from '#app/domains/question-bank/editor/question-form.ts'
import { write, type Db } from '#db/client.server.ts'
import { seedContent } from '#db/seed.ts'
import type { RubricContent } from '#rubrics/content.schema.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addContent, addPerson, roundStartMs } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { findQuestion } from '../question-store.server.ts'
import {
  countOffers,
  decideOffer,
  findQuestionOffer,
  listOffers,
  type OfferDecision,
} from './offers.server.ts'
import { addTeamVersion } from './team-state-store.server.ts'

const content = shippedRubrics()
const [first, competency, role] = [content.questions[0], content.competencies[0], content.roles[0]]
if (!first || !competency || !role) throw new Error('the content is empty')
const question = first

/** The next release: one question, one competency and one role say something new. */
const upgraded: RubricContent = {
  ...content,
  questions: content.questions.map((item) => (item === first ? { ...item, title: 'Theirs' } : item)),
  competencies: content.competencies.map((item) =>
    item === competency ? { ...item, name: 'Their name' } : item,
  ),
  roles: content.roles.map((item) => (item === role ? { ...item, summary: 'Their summary.' } : item)),
}

let db: Db
let manager: Person
beforeEach(() => {
  db = openTestDatabase()
  addContent(db)
  manager = addPerson(db, { access: 'manager' })
})
const as = (user: Person): Ctx => ({ db, user, now: roundStartMs })

function editTitle(title: string, base: number, offer?: string): void {
  const draft = { ...draftOfQuestion(question), title }
  const target = { kind: 'question', id: question.id, base } as const
  const saved = putIntoBank(as(manager), { target, draft, formKey: title, offer })
  if (!saved.ok || saved.value.outcome !== 'changed') throw new Error('not saved')
}

function offers() {
  const list = listOffers(as(manager))
  if (!list.ok) throw new Error(list.error.kind)
  return list.value
}

const title = () => findQuestion(db, question.id)?.content.title

function decide(intent: OfferDecision['intent'], user = manager) {
  const of = { kind: 'question', id: question.id } as const
  return decideOffer(as(user), { intent, ...of, ours: `${question.id}@2`, theirs: `${question.id}@3` })
}

test('what nobody edited follows an upgrade, and nothing is offered', () => {
  seedContent(db, upgraded, roundStartMs)
  expect(title()).toBe('Theirs')
  expect(offers()).toEqual([])
})

test('an upgrade never overwrites what the team wrote: it is offered, of every kind', () => {
  editTitle('Ours', 1)
  const author = { userId: manager.id, batchId: null, now: roundStartMs }
  write(db, (tx) => {
    addTeamVersion(tx, { kind: 'competency', content: { ...competency, name: 'Our name' } }, author)
    addTeamVersion(tx, { kind: 'role', content: { ...role, summary: 'Our summary.' } }, author)
  })
  seedContent(db, upgraded, roundStartMs)
  seedContent(db, upgraded, roundStartMs)
  expect(title()).toBe('Ours')
  expect(offers().map(({ kind, id, ours, theirs }) => [kind, id, ours.number, theirs.number])).toEqual([
    ['question', question.id, 2, 3],
    ['competency', competency.id, 2, 3],
    ['role', role.id, 2, 3],
  ])
  expect(offers().map(({ differences }) => differences.map((field) => field.key))).toEqual([
    ['title'],
    ['name'],
    ['summary'],
  ])
  expect(countOffers(as(manager))).toBe(3)
})

test('taking the new version makes it current, until that is undone', () => {
  editTitle('Ours', 1)
  seedContent(db, upgraded, roundStartMs)
  expect(decide('take').ok).toBe(true)
  expect(title()).toBe('Theirs')
  expect(offers()).toEqual([])
  expect(decide('take')).toMatchObject({ error: { kind: 'conflict' } })
  expect(decide('undo-take').ok).toBe(true)
  expect(title()).toBe('Ours')
  expect(offers()).toHaveLength(1)
})

test('keeping ours ends the offer until a newer one comes, or until it is undone', () => {
  editTitle('Ours', 1)
  seedContent(db, upgraded, roundStartMs)
  expect(decide('keep').ok).toBe(true)
  expect(offers()).toEqual([])
  expect(decide('undo-keep').ok).toBe(true)
  expect(offers()).toHaveLength(1)
  decide('keep')
  const newer = upgraded.questions.map((item) => (item.id === question.id ? { ...item, minutes: 30 } : item))
  seedContent(db, { ...upgraded, questions: newer }, roundStartMs)
  expect(offers().map(({ theirs }) => theirs.number)).toEqual([4])
})

test('an edit with the offer in view settles it, any other edit does not', () => {
  editTitle('Ours', 1)
  seedContent(db, upgraded, roundStartMs)
  editTitle('Ours again', 2)
  expect(findQuestionOffer(as(manager), question.id)?.theirs.number).toBe(3)
  editTitle('Both in one', 4, `${question.id}@3`)
  expect(findQuestionOffer(as(manager), question.id)).toBeNull()
})

test('only who defines the bank decides, and only about versions of the thing', () => {
  editTitle('Ours', 1)
  seedContent(db, upgraded, roundStartMs)
  for (const access of ['interviewer', 'observer', 'coordinator'] as const) {
    const other = addPerson(db, { access })
    expect(decide('take', other)).toMatchObject({ error: { kind: 'forbidden' } })
    expect(listOffers(as(other))).toMatchObject({ error: { kind: 'forbidden' } })
    expect(countOffers(as(other))).toBe(0)
  }
  const of = { kind: 'question', id: question.id, ours: `${question.id}@2` } as const
  const wrong = decideOffer(as(manager), { ...of, intent: 'take', theirs: 'another@3' })
  expect(wrong).toMatchObject({ error: { kind: 'not-found' } })
})
