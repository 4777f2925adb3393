import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { editRoleForm } from './role-edit.ts'
import { roleFormOf, type RoleForm } from './role-form.ts'

function sample(): RoleForm {
  const role = shippedRubrics().roles[0]
  if (!role) throw new Error('no role')
  return roleFormOf(role)
}

function edited(form: RoleForm, intent: string) {
  const result = editRoleForm(form, intent)
  if (!result) throw new Error(`${intent} did nothing`)
  return result
}

test('a row that is added is empty, stands last and takes the focus', () => {
  const form = sample()
  const after = edited(form, 'add-competency')
  expect(after.form.competencies.length).toBe(form.competencies.length + 1)
  expect(after.form.competencies.at(-1)?.competency).toBe('')
  expect(after.focus).toBe(`competencies.${form.competencies.length}.competency`)
  expect(edited(form, 'add-interview').form.interviews.at(-1)?.questions).toEqual([])
})

test('what is taken out comes back where it stood, with what was typed since', () => {
  const form = sample()
  for (const intent of ['remove-competency:1', 'remove-interview:1', 'remove-question:0:1']) {
    const { form: without, undo } = edited(form, intent)
    expect(without).not.toEqual(form)
    expect(undo?.({ ...without, name: 'Typed since' })).toEqual({ ...form, name: 'Typed since' })
  }
})

test('the rest of the weights is spread over the rows that have none', () => {
  const form = sample()
  const competencies = form.competencies.map((row, i) => ({ ...row, weight: i === 0 ? '60' : '' }))
  const after = edited({ ...form, competencies }, 'spread')
  expect(after.form.competencies[0]?.weight).toBe('60')
  expect(after.form.competencies.reduce((sum, row) => sum + Number(row.weight), 0)).toBe(100)
  expect(after.undo?.(after.form)).toEqual({ ...form, competencies })
  const full = form.competencies.map((row, i) => ({ ...row, weight: i === 0 ? '99' : '' }))
  expect(edited({ ...form, competencies: full }, 'spread').words).toContain('Lower the other weights')
})

test('rows move by a place, the focus stays on the button or on its neighbour at the end', () => {
  const form = sample()
  const [first, second] = form.competencies
  const down = edited(form, 'move-competency:0:down')
  expect(down.form.competencies.slice(0, 2)).toEqual([second, first])
  expect(down.focus).toBe('competencies.1.down')
  expect(edited(form, 'move-competency:1:up').focus).toBe('competencies.0.down')
  const last = form.interviews.length - 1
  expect(edited(form, `move-interview:${last - 1}:down`).focus).toBe(`interviews.${last}.up`)
  const question = edited(form, 'move-question:0:1:up')
  expect(question.form.interviews[0]?.questions[0]).toBe(form.interviews[0]?.questions[1])
})

test('a question is added once', () => {
  const form = sample()
  const added = edited(form, 'add-question:0:one-more').form
  expect(added.interviews[0]?.questions.at(-1)).toBe('one-more')
  expect(editRoleForm(added, 'add-question:0:one-more')).toBeUndefined()
})

test.each([
  'save',
  'move-competency:0:up',
  'move-competency:0:sideways',
  'move-interview:99:up',
  'remove-competency:-1',
  'remove-competency:x',
  'remove-question:0:99',
  'add-question:99:one-more',
  'add-question:0:',
  '',
])('%j changes nothing', (intent) => {
  expect(editRoleForm(sample(), intent)).toBeUndefined()
})

test('whatever is sent, no row is lost but the one taken out', () => {
  const word = fc.constantFrom('remove', 'move', 'add')
  const noun = fc.constantFrom('competency', 'interview', 'question')
  const place = fc.constantFrom('0', '1', '7', '-1', '1.5', 'NaN', 'up', 'down', '')
  fc.assert(
    fc.property(word, noun, fc.array(place, { maxLength: 3 }), (what, which, places) => {
      const form = sample()
      const result = editRoleForm(form, [`${what}-${which}`, ...places].join(':'))
      if (!result) return
      const count = ({ competencies, interviews }: RoleForm) =>
        competencies.length + interviews.length + interviews.flatMap((row) => row.questions).length
      const lost = which === 'interview' ? (form.interviews[Number(places[0])]?.questions.length ?? 0) : 0
      const expected = what === 'add' ? 1 : what === 'remove' ? -1 - lost : 0
      expect(count(result.form) - count(form)).toBe(expected)
    }),
  )
})
