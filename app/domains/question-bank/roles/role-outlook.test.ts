import { expect, test } from 'vitest'
import { roleOutlook } from './role-outlook.ts'
import { emptyInterviewRow, emptyRoleForm, type RoleForm } from './role-form.ts'
import type { KnownQuestion, RoleChoices } from './role-view.ts'

const question = (id: string, primaryCompetency: string, change: Partial<KnownQuestion> = {}) => ({
  id,
  title: id.toUpperCase(),
  minutes: 20,
  primaryCompetency,
  isArchived: false,
  scales: ['four-point'],
  ...change,
})

function choices(questions: KnownQuestion[]): RoleChoices {
  return {
    competencies: ['care', 'speed'].map((id) => ({ id, name: `Good ${id}`, isArchived: false })),
    scales: [{ id: 'four-point', name: 'Four points', levels: 4 }],
    questions: Object.fromEntries(questions.map((item) => [item.id, item])),
  }
}

function form(interviews: string[][], gates: [string, string] = ['2.5', '']): RoleForm {
  return {
    ...emptyRoleForm,
    competencies: [
      { competency: 'care', weight: '60', reason: 'Why', gate: gates[0] },
      { competency: 'speed', weight: '40', reason: 'Why', gate: gates[1] },
    ],
    interviews: interviews.map((questions) => ({ ...emptyInterviewRow, questions })),
  }
}

test('minutes are those of the questions that the bank knows', () => {
  const known = choices([question('a', 'care'), question('b', 'speed', { minutes: 7 })])
  expect(roleOutlook(form([['a', 'b', 'gone'], []]), known).interviews).toEqual([
    { letter: 'A', usedMinutes: 27, slotMinutes: 60 },
    { letter: 'B', usedMinutes: 0, slotMinutes: 60 },
  ])
})

test('a must-have is covered where a question gives it its rating, once for each interview', () => {
  const known = choices([
    question('a', 'care'),
    question('b', 'care'),
    question('c', 'care'),
    question('d', 'speed'),
  ])
  const { mustHaves } = roleOutlook(form([['a', 'b'], ['d'], ['c']]), known)
  expect(mustHaves).toEqual([{ competency: 'care', name: 'Good care', bar: '2.5', ratedIn: ['A', 'C'] }])
})

test('nothing falls short of a sound role', () => {
  const known = choices([question('a', 'care'), question('b', 'care'), question('c', 'speed')])
  expect(roleOutlook(form([['a', 'c'], ['b']]), known).advice).toEqual([])
})

test.each([
  [form([['a'], ['b']]), 'No question is rated for Good speed, so its weight would count for nothing.'],
  [form([['a', 'c'], ['a']]), '“A” stands in A and in B: keep it in one of them.'],
  [form([['old']]), '“OLD” in A is archived, so new panels would leave it out.'],
  [form([['bare']]), '“BARE” in A has no anchors for Four points.'],
  [form([['odd']]), '“ODD” in A is rated for cooking, which has no weight here.'],
  [form([['a']], ['5', '']), 'The bar of Good care is 5, and Four points ends at 4: nobody could meet it.'],
])('%# what falls short is said', (typed, words) => {
  const known = choices([
    question('a', 'care'),
    question('b', 'care'),
    question('c', 'speed'),
    question('old', 'care', { isArchived: true }),
    question('bare', 'care', { scales: [] }),
    question('odd', 'cooking'),
  ])
  expect(roleOutlook(typed, known).advice).toContain(words)
})

test('an empty form has nothing to say', () => {
  const { mustHaves, advice } = roleOutlook(emptyRoleForm, choices([]))
  expect([mustHaves, advice]).toEqual([[], []])
})
