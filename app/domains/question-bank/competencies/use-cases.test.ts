import { expect, test } from 'vitest'
import { accountLevels, type Access } from '#app/domains/people/access.ts'
import { setDefinitionArchived } from '#app/domains/question-bank/definitions/archive-definition.server.ts'
import { restoreDefinitionVersion } from '#app/domains/question-bank/definitions/restore-definition.server.ts'
import { getDefinitionVersions } from '#app/domains/question-bank/definitions/versions.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import type { Result } from '#app/lib/result.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { seedContent } from '#db/seed.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { searchQuestions } from '../search/search-questions.server.ts'
import { listCompetencies } from '../use-cases.server.ts'
import type { CompetencyForm } from './competency-form.ts'
import { createCompetency, getCompetency, listCompetencyItems, saveCompetency } from './use-cases.server.ts'

const form: CompetencyForm = {
  name: 'Cost awareness',
  definition: 'Knows what a choice costs to run, and says so before it is made.',
  looksLike: ['Names the dearest part', '', 'Compares by the month'],
}

function start() {
  const db = openTestDatabase()
  seedContent(db, shippedRubrics(), 1)
  const as = (access: Access) => ({ db, user: addPerson(db, { access, name: `The ${access}` }), now: 5 })
  return { db, as, ctx: as('manager') }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

test('only planners define competencies, everybody reads them', () => {
  const { as } = start()
  for (const access of accountLevels) {
    const ctx = as(access)
    const may = access === 'administrator' || access === 'manager'
    expect(listCompetencyItems(ctx).ok).toBe(true)
    expect(getCompetency(ctx, 'reliability').ok).toBe(true)
    const answers = [
      createCompetency(ctx, { formKey: newId(), form: { ...form, name: `${form.name} ${access}` } }),
      saveCompetency(ctx, { id: 'reliability', base: 1, form: { ...form, name: 'Reliability' } }),
      setDefinitionArchived(ctx, { kind: 'competency', id: 'reliability', isArchived: true }),
    ]
    for (const answer of answers) {
      expect([access, answer.ok]).toEqual([access, may])
      if (!may) expect(answer).toMatchObject({ error: { kind: 'forbidden' } })
    }
  }
})

test('what does not exist is not found', () => {
  const { ctx } = start()
  for (const answer of [
    getCompetency(ctx, 'nothing'),
    saveCompetency(ctx, { id: 'nothing', base: 1, form }),
    setDefinitionArchived(ctx, { kind: 'competency', id: 'nothing', isArchived: true }),
    getDefinitionVersions(ctx, { kind: 'competency', id: 'nothing' }),
    // A role of this name is no competency.
    getCompetency(ctx, 'integration-architect'),
  ])
    expect(answer).toMatchObject({ error: { kind: 'not-found' } })
})

test('a new competency gets an id of its name, stands in the lists, and a second click adds none', () => {
  const { ctx, db } = start()
  const formKey = newId()
  expect(valueOf(createCompetency(ctx, { formKey, form })).id).toBe('cost-awareness')
  expect(valueOf(createCompetency(ctx, { formKey, form })).id).toBe('cost-awareness')
  const page = valueOf(getCompetency(ctx, 'cost-awareness'))
  expect(page.competency.looksLike).toEqual(['Names the dearest part', 'Compares by the month'])
  expect(page.version).toEqual({ number: 1, by: 'The manager', createdAtMs: 5 })
  expect(valueOf(listCompetencies(ctx)).map((item) => item.name)).toContain('Cost awareness')
  expect(verifyAuditChain(db).brokenAt).toBeNull()
  expect(createCompetency(ctx, { formKey: newId(), form })).toMatchObject({
    error: { kind: 'invalid', errors: { name: [expect.stringContaining('Another competency')] } },
  })
})

test('a save adds a version by the person, and none when nothing changed', () => {
  const { ctx } = start()
  const { competency } = valueOf(getCompetency(ctx, 'reliability'))
  const typed = { ...competency, definition: 'Keeps working.' }
  const versions = () =>
    valueOf(getDefinitionVersions(ctx, { kind: 'competency', id: 'reliability' })).view.items.length
  expect(valueOf(saveCompetency(ctx, { id: 'reliability', base: 1, form: competency }))).toEqual({
    outcome: 'unchanged',
  })
  expect(versions()).toBe(1)
  expect(valueOf(saveCompetency(ctx, { id: 'reliability', base: 1, form: typed }))).toEqual({
    outcome: 'saved',
  })
  expect(versions()).toBe(2)
  const { view } = valueOf(getDefinitionVersions(ctx, { kind: 'competency', id: 'reliability' }))
  expect(view.items[0]).toMatchObject({ number: 2, by: 'The manager', words: 'Definition', isCurrent: true })
  expect(view.differences.map((part) => part.key)).toEqual(['definition'])
})

test('a form opened before somebody else saved stores nothing and shows both', () => {
  const { ctx, as } = start()
  const other = as('administrator')
  const { competency } = valueOf(getCompetency(ctx, 'reliability'))
  const save = (by: typeof ctx, base: number, definition: string) =>
    valueOf(saveCompetency(by, { id: 'reliability', base, form: { ...competency, definition } }))
  expect(save(other, 1, 'Theirs, first.')).toEqual({ outcome: 'saved' })
  expect(save(ctx, 1, 'Mine, second.')).toMatchObject({
    outcome: 'overtaken',
    theirs: { number: 2, by: 'The administrator', differences: [{ key: 'definition' }] },
  })
  expect(valueOf(getCompetency(ctx, 'reliability')).competency.definition).toBe('Theirs, first.')
  // Both wrote the same: there is nothing to choose.
  expect(save(ctx, 1, 'Theirs, first.')).toEqual({ outcome: 'unchanged' })
  expect(save(ctx, 2, 'Mine, second.')).toEqual({ outcome: 'saved' })
  expect(valueOf(getCompetency(ctx, 'reliability')).version.number).toBe(3)
})

test('an earlier version comes back as a new one by the person, unless somebody saved meanwhile', () => {
  const { ctx, as } = start()
  const { competency } = valueOf(getCompetency(ctx, 'reliability'))
  const form = { ...competency, definition: 'Keeps working.' }
  valueOf(saveCompetency(ctx, { id: 'reliability', base: 1, form }))
  const restore = (by: typeof ctx, number: number, base: number) =>
    restoreDefinitionVersion(by, { kind: 'competency', id: 'reliability', number, base })
  expect(restore(as('interviewer'), 1, 2)).toMatchObject({ error: { kind: 'forbidden' } })
  expect(restore(ctx, 7, 2)).toMatchObject({ error: { kind: 'not-found' } })
  expect(restore(ctx, 1, 1)).toMatchObject({ error: { kind: 'conflict' } })
  expect(valueOf(restore(ctx, 1, 2))).toBe('saved')
  expect(valueOf(restore(ctx, 1, 3))).toBe('unchanged')
  const page = valueOf(getCompetency(ctx, 'reliability'))
  expect(page.competency).toEqual(competency)
  expect(page.version).toMatchObject({ number: 3, by: 'The manager' })
})

test('a question is found by the new name of its competency and no longer by the old one', () => {
  const { ctx } = start()
  const { competency } = valueOf(getCompetency(ctx, 'throughput'))
  const filters = { competency: ['throughput'] }
  const find = (text: string) => valueOf(searchQuestions(ctx, { text, filters })).rows.length
  expect(find('zebrafish')).toBe(0)
  valueOf(
    saveCompetency(ctx, { id: 'throughput', base: 1, form: { ...competency, name: 'Zebrafish speed' } }),
  )
  expect(find('zebrafish')).toBeGreaterThan(0)
})

test('an archived competency keeps its questions and weights, is offered no more, and comes back', () => {
  const { ctx } = start()
  const set = (isArchived: boolean) =>
    valueOf(setDefinitionArchived(ctx, { kind: 'competency', id: 'reliability', isArchived }))
  const offered = () => valueOf(listCompetencies(ctx)).some((item) => item.id === 'reliability')
  const before = valueOf(getCompetency(ctx, 'reliability'))
  set(true)
  set(true)
  const page = valueOf(getCompetency(ctx, 'reliability'))
  expect(page.archived).toEqual({ by: 'The manager', atMs: 5 })
  expect([page.roles, page.questions]).toEqual([before.roles, before.questions])
  expect(page.roles.length * page.questions.length).toBeGreaterThan(0)
  expect(offered()).toBe(false)
  set(false)
  expect(offered()).toBe(true)
  expect(valueOf(getCompetency(ctx, 'reliability')).archived).toBeNull()
})

test('what an upgrade dropped and the team brought back is still there after the next start', () => {
  const { ctx, db } = start()
  const shipped = shippedRubrics()
  const slim = { ...shipped, competencies: shipped.competencies.filter((item) => item.id !== 'throughput') }
  seedContent(db, slim, 2)
  expect(valueOf(getCompetency(ctx, 'throughput')).archived).toEqual({ by: null, atMs: 2 })
  valueOf(setDefinitionArchived(ctx, { kind: 'competency', id: 'throughput', isArchived: false }))
  seedContent(db, slim, 3)
  expect(valueOf(getCompetency(ctx, 'throughput')).archived).toBeNull()
})

test('the list counts what is rated for a competency, what touches it, and who weighs it', () => {
  const { ctx } = start()
  const { questions, roles } = shippedRubrics()
  for (const item of valueOf(listCompetencyItems(ctx))) {
    expect(item.rated).toBe(questions.filter((question) => question.primaryCompetency === item.id).length)
    expect(item.touched).toBe(
      questions.filter((question) => question.otherCompetencies.includes(item.id)).length,
    )
    const weighing = roles.filter((role) => role.competencies.some((entry) => entry.competency === item.id))
    expect(item.roles.map((role) => role.id).sort()).toEqual(weighing.map((role) => role.id).sort())
  }
})
