import { expect, test } from 'vitest'
import type { VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import { chooseForm, warnOfOtherForm } from './loop-forms.ts'

const two = (a: number, b: number) => [
  { form: 'A' as const, candidates: a },
  { form: 'B' as const, candidates: b },
]
const held = (...forms: VersionForm[]) =>
  forms.map((panelForm) => ({ panelForm, status: 'planned' as const }))

test.each<[string, number, number, VersionForm[], string]>([
  ['form A where nobody has had any', 0, 0, [], 'A'],
  ['form A where both were given as often', 2, 2, [], 'A'],
  ['the form that fewer have had', 2, 1, [], 'B'],
  ['form A where fewer have had that', 1, 3, [], 'A'],
  ['what the candidate’s other interviews are', 1, 5, ['B'], 'B'],
  ['form A to whoever began before there were two', 9, 0, ['only'], 'A'],
  ['the form that fewer have had to whoever has had both', 3, 1, ['A', 'B'], 'B'],
])('a loop is suggested %s', (_, a, b, own, expected) => {
  expect(chooseForm(two(a, b), held(...own))?.value).toBe(expected)
})

test('a panel with one form, or none yet, leaves nothing to choose', () => {
  expect(chooseForm([{ form: 'only', candidates: 4 }], [])).toBe(null)
  expect(chooseForm([], [])).toBe(null)
})

test('a cancelled session holds no form', () => {
  const cancelled = [{ panelForm: 'B' as const, status: 'cancelled' as const }]
  expect(chooseForm(two(0, 1), cancelled)?.value).toBe('A')
  expect(warnOfOtherForm('A', cancelled)).toBe(null)
})

test.each<[VersionForm, VersionForm[], boolean]>([
  ['A', ['B'], true],
  ['B', ['only'], true],
  ['A', ['only', 'A'], false],
  ['B', [], false],
  ['only', ['B'], false],
])('planning form %s beside %j warns: %s', (form, own, expected) => {
  expect(warnOfOtherForm(form, held(...own)) !== null).toBe(expected)
})
