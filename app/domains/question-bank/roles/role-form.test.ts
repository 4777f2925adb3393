import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { emptyRoleForm, readRoleForm, roleFormOf, type RoleForm } from './role-form.ts'
import { checkRole } from './role.schema.ts'

const content = shippedRubrics()

/** The fields as the page posts them. */
function posted(form: RoleForm): FormData {
  const data = new FormData()
  data.append('name', form.name)
  data.append('summary', form.summary)
  data.append('scale', form.scale)
  form.competencies.forEach((row, i) =>
    Object.entries(row).forEach(([name, value]) => data.append(`competencies.${i}.${name}`, value)),
  )
  form.interviews.forEach(({ competencies, questions, ...row }, i) => {
    Object.entries(row).forEach(([name, value]) => data.append(`interviews.${i}.${name}`, value))
    for (const id of competencies) data.append(`interviews.${i}.competencies`, id)
    for (const id of questions) data.append(`interviews.${i}.questions`, id)
  })
  return data
}

function sample(change: (form: RoleForm) => void = () => undefined): RoleForm {
  const role = content.roles.find((item) => item.id === 'integration-architect')
  if (!role) throw new Error('no role')
  const form = structuredClone(roleFormOf(role))
  change(form)
  return form
}

function errorsOf(change: (form: RoleForm) => void) {
  const checked = checkRole(sample(change), 'some-role', content)
  return checked.ok ? {} : checked.errors
}

test('every shipped role goes into the form and comes out as it was', () => {
  for (const role of content.roles)
    expect(checkRole(readRoleForm(posted(roleFormOf(role))), role.id, content)).toEqual({
      ok: true,
      content: role,
    })
})

test('rows keep their order, and fields that the form does not have are left out', () => {
  const data = posted(sample())
  for (const name of [
    'competencies.x.weight',
    'interviews.1.odd',
    '__proto__.0.x',
    'competencies.9999.weight',
  ])
    data.append(name, '1')
  expect(readRoleForm(data)).toEqual(sample())
  expect(readRoleForm(new FormData())).toMatchObject({ name: '', competencies: [], interviews: [] })
})

test('an empty form says at each field what it needs', () => {
  const checked = checkRole(emptyRoleForm, 'some-role', content)
  expect(Object.keys(checked.ok ? {} : checked.errors)).toEqual([
    'name',
    'summary',
    ...[0, 1, 2].flatMap((i) =>
      ['competency', 'weight', 'reason'].map((name) => `competencies.${i}.${name}`),
    ),
    'interviews.0.focus',
    'interviews.0.competencies',
    'interviews.0.questions',
  ])
})

const competency = (form: RoleForm, i: number) => {
  const row = form.competencies[i]
  if (!row) throw new Error('no row')
  return row
}
const interview = (form: RoleForm, i: number) => {
  const row = form.interviews[i]
  if (!row) throw new Error('no row')
  return row
}

test.each<[(form: RoleForm) => void, string, string]>([
  [(form) => (competency(form, 0).weight = '1'), 'competencies', 'The weights must add up to 100.'],
  [(form) => (competency(form, 0).weight = '7.5'), 'competencies.0.weight', 'a whole number from 1 to 100'],
  [(form) => (competency(form, 0).gate = '12'), 'competencies.0.gate', 'Give competency 1 a bar from 1 to 9'],
  [
    (form) => (competency(form, 0).gate = 'high'),
    'competencies.0.gate',
    'Give competency 1 a bar from 1 to 9',
  ],
  [
    (form) => (competency(form, 1).competency = 'gardening'),
    'competencies.1.competency',
    'Choose competency 2',
  ],
  [
    (form) => (competency(form, 1).competency = competency(form, 0).competency),
    'competencies.1.competency',
    'does not stand here yet',
  ],
  [(form) => (form.competencies = []), 'competencies', 'at least two competencies'],
  [(form) => (form.scale = 'furlongs'), 'scale', 'Choose a scale.'],
  [(form) => (form.interviews = []), 'interviews', 'Recommend one to eight interviews.'],
  [(form) => (interview(form, 0).minutes = '5'), 'interviews.0.minutes', 'from 15 to 180'],
  [
    (form) => (interview(form, 0).questions = ['nothing']),
    'interviews.0.questions',
    'no longer has one of the questions of interview A',
  ],
  [(form) => (interview(form, 0).competencies = ['nothing']), 'interviews.0.competencies', 'still has'],
  [(form) => (form.name = 'x'.repeat(61)), 'name', 'Keep it to 60 letters.'],
])('%s is told at %s', (change, field, words) => {
  expect(errorsOf(change)[field]?.join(' ')).toContain(words)
})

test('a bar may be typed with a comma', () => {
  const form = sample((one) => (competency(one, 0).gate = '3,5'))
  const checked = checkRole(form, 'some-role', content)
  expect(checked.ok && checked.content.competencies[0]?.gate).toBe(3.5)
})
