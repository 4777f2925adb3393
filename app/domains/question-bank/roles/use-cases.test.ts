import { expect, test } from 'vitest'
import { accountLevels, type Access } from '#app/domains/people/access.ts'
import { setDefinitionArchived } from '#app/domains/question-bank/definitions/archive-definition.server.ts'
import { getDefinitionVersions } from '#app/domains/question-bank/definitions/versions.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import type { Result } from '#app/lib/result.ts'
import { seedContent } from '#db/seed.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { listRoles } from '../use-cases.server.ts'
import { findQuestionsForRole, getRole, getRoleChoices, getRoleForm } from './read-role.server.ts'
import { emptyRoleForm, roleFormOf, type RoleForm } from './role-form.ts'
import { createRole, saveRole } from './use-cases.server.ts'

const id = 'integration-architect'

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

function sample(change: Partial<RoleForm> = {}): RoleForm {
  const role = shippedRubrics().roles.find((item) => item.id === id)
  if (!role) throw new Error('no role')
  return { ...roleFormOf(role), ...change }
}

test('only planners define roles, everybody reads them', () => {
  const { as } = start()
  for (const access of accountLevels) {
    const ctx = as(access)
    const may = access === 'administrator' || access === 'manager'
    expect([listRoles(ctx).ok, getRole(ctx, id).ok]).toEqual([true, true])
    const answers = [
      createRole(ctx, { formKey: newId(), form: sample({ name: `Keeper ${access}` }) }),
      saveRole(ctx, { id, base: 1, form: sample() }),
      getRoleForm(ctx, { id }),
      getRoleChoices(ctx, sample()),
      findQuestionsForRole(ctx, sample(), 0),
      setDefinitionArchived(ctx, { kind: 'role', id, isArchived: true }),
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
    getRole(ctx, 'nothing'),
    getRole(ctx, 'reliability'),
    getRoleForm(ctx, { id: 'nothing' }),
    getRoleForm(ctx, { copyOf: 'nothing' }),
    saveRole(ctx, { id: 'nothing', base: 1, form: sample() }),
    setDefinitionArchived(ctx, { kind: 'role', id: 'nothing', isArchived: true }),
    getDefinitionVersions(ctx, { kind: 'role', id: 'nothing' }),
  ])
    expect(answer).toMatchObject({ error: { kind: 'not-found' } })
})

test('a role with the titles of its recommended questions, for each that ships', () => {
  const { ctx } = start()
  for (const { role } of valueOf(listRoles(ctx))) {
    const { questions } = valueOf(getRole(ctx, role.id))
    const wanted = role.recommendedPanel.interviews.flatMap((interview) => interview.questions)
    expect(wanted.every((name) => questions[name])).toBe(true)
  }
})

test('a new role may start from another; a second click adds none, and the name is its own', () => {
  const { ctx } = start()
  const { form, base } = valueOf(getRoleForm(ctx, { copyOf: id }))
  expect(form).toEqual(sample({ name: '' }))
  expect(base).toBe(0)
  const formKey = newId()
  const made = () => createRole(ctx, { formKey, form: { ...form, name: 'New' } })
  expect(valueOf(made()).id).toBe('new-2')
  expect(valueOf(made()).id).toBe('new-2')
  expect(valueOf(listRoles(ctx)).filter(({ role }) => role.name === 'New')).toHaveLength(1)
  expect(createRole(ctx, { formKey: newId(), form: { ...form, name: 'new' } })).toMatchObject({
    error: { errors: { name: [expect.stringContaining('Another role')] } },
  })
  expect(createRole(ctx, { formKey: newId(), form: emptyRoleForm })).toMatchObject({
    error: { kind: 'invalid' },
  })
})

test('a form names only what the bank has', () => {
  const { ctx } = start()
  const [first, ...others] = sample().interviews
  if (!first) throw new Error('no interview')
  const form = sample({ interviews: [{ ...first, questions: ['no-such-question'] }, ...others] })
  expect(saveRole(ctx, { id, base: 1, form })).toMatchObject({
    error: {
      kind: 'invalid',
      errors: { 'interviews.0.questions': [expect.stringContaining('Take it out')] },
    },
  })
})

test('a save adds a version, none when nothing changed, and whoever was overtaken sees both', () => {
  const { ctx, as } = start()
  const other = as('administrator')
  const save = (by: typeof ctx, base: number, summary: string) =>
    valueOf(saveRole(by, { id, base, form: sample({ summary }) }))
  expect(save(ctx, 1, sample().summary)).toEqual({ outcome: 'unchanged' })
  expect(save(other, 1, 'Draws the lines.')).toEqual({ outcome: 'saved' })
  expect(save(ctx, 1, 'Keeps the lines.')).toMatchObject({
    outcome: 'overtaken',
    theirs: { number: 2, by: 'The administrator', differences: [{ label: 'Summary' }] },
  })
  expect(save(ctx, 2, 'Keeps the lines.')).toEqual({ outcome: 'saved' })
  const { view } = valueOf(getDefinitionVersions(ctx, { kind: 'role', id }))
  expect(view.items.map(({ number, by, words }) => [number, by, words])).toEqual([
    [3, 'The manager', 'Summary'],
    [2, 'The administrator', 'Summary'],
    [1, 'shipped with Panelist', 'First version'],
  ])
})

test('boxes ticked as before change nothing, in whatever order the page sends them', () => {
  const { ctx } = start()
  const interviews = sample().interviews.map((row) => ({
    ...row,
    competencies: row.competencies.toReversed(),
  }))
  const save = (form: RoleForm) => valueOf(saveRole(ctx, { id, base: 1, form }))
  expect(save(sample({ interviews }))).toEqual({ outcome: 'unchanged' })
  const [first, ...others] = interviews
  if (!first) throw new Error('no interview')
  const more = { ...first, competencies: ['learning-drive', ...first.competencies.slice(1)] }
  expect(save(sample({ interviews: [more, ...others] }))).toEqual({ outcome: 'saved' })
  const [kept] = valueOf(getRole(ctx, id)).role.recommendedPanel.interviews
  expect(kept?.competencies).toEqual([...first.competencies.slice(1).toReversed(), 'learning-drive'])
})

test('a role that weighs an archived competency keeps its name and may be saved', () => {
  const { ctx } = start()
  valueOf(setDefinitionArchived(ctx, { kind: 'competency', id: 'reliability', isArchived: true }))
  const page = valueOf(getRole(ctx, id))
  expect(page.competencies.some((item) => item.id === 'reliability')).toBe(true)
  expect(valueOf(saveRole(ctx, { id, base: 1, form: sample({ summary: 'Same weights.' }) }))).toEqual({
    outcome: 'saved',
  })
  const offered = (form: RoleForm) =>
    valueOf(getRoleChoices(ctx, form)).competencies.find((item) => item.id === 'reliability')
  expect(offered(sample())).toMatchObject({ isArchived: true })
  expect(offered(emptyRoleForm)).toBeUndefined()
})

test('an archived role leaves the list, keeps its page, and comes back', () => {
  const { ctx } = start()
  const names = (which: 'in-use' | 'archived') => valueOf(listRoles(ctx, which)).map(({ role }) => role.id)
  valueOf(setDefinitionArchived(ctx, { kind: 'role', id, isArchived: true }))
  expect([names('in-use').includes(id), names('archived')]).toEqual([false, [id]])
  expect(valueOf(getRole(ctx, id)).archived).toEqual({ by: 'The manager', atMs: 5 })
  valueOf(setDefinitionArchived(ctx, { kind: 'role', id, isArchived: false }))
  expect([names('in-use').includes(id), names('archived')]).toEqual([true, []])
})

test('the bank offers an interview what it looks into first, and never what the form has', () => {
  const { ctx } = start()
  const [interview, ...others] = sample().interviews
  if (!interview) throw new Error('no interview')
  const form = sample({ interviews: [{ ...interview, competencies: ['data-mapping'], find: '' }, ...others] })
  const has = new Set(form.interviews.flatMap((row) => row.questions))
  const found = valueOf(findQuestionsForRole(ctx, form, 0))
  expect(found?.rows[0]?.primaryCompetency).toBe('data-mapping')
  expect(found?.rows.some((row) => has.has(row.id))).toBe(false)
  const typed = { ...form, interviews: form.interviews.map((row) => ({ ...row, find: 'webhook' })) }
  const words = valueOf(findQuestionsForRole(ctx, typed, 1))
  expect([words?.at, words?.text]).toEqual([1, 'webhook'])
  expect(words?.total).toBeLessThan(found?.total ?? 0)
  expect(valueOf(findQuestionsForRole(ctx, form, 99))).toBeNull()
})
