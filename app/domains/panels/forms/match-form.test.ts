import { expect, test } from 'vitest'
import { loadSolver } from '#app/domains/panels/planner/highs-solver.server.ts'
import type { PlannableQuestion } from '#app/domains/panels/planner/problem-of-panel.ts'
import { matchForm, measureUnlikeness, type MatchProblem } from './match-form.ts'

const solver = await loadSolver()
const kinds = ['technical' as const]

function question(id: string, over: Partial<PlannableQuestion> = {}): PlannableQuestion {
  const rest = { kind: 'technical', difficulty: 'medium', minutes: 10, stars: null } as const
  return { id, title: id, primaryCompetency: 'api', ...rest, ...over }
}

function match(over: Partial<MatchProblem> & { asked?: PlannableQuestion[] }): string {
  const { asked = [question('a1'), question('a2')], ...rest } = over
  const problem = {
    interviews: [{ id: 'i', minutes: 40, focus: ['api', 'team'], kinds, questions: asked }],
    bank: [],
    groups: [],
    ...rest,
  }
  const { interviews, isProven } = matchForm(problem, solver)
  expect(isProven).toBe(true)
  return interviews.map(({ questionIds }) => questionIds.join(' ')).join(' | ')
}

test.each<[string, Partial<PlannableQuestion>, number]>([
  ['nothing', {}, 0],
  ['a step of difficulty', { difficulty: 'hard' }, 12],
  ['two steps and three minutes', { difficulty: 'easy', minutes: 13 }, 18],
  ['the kind', { kind: 'behavioural' }, 8],
  ['the competency', { primaryCompetency: 'team' }, 40],
])('questions that differ in %s are so far apart', (_, over, expected) => {
  expect(measureUnlikeness(question('a'), question('b', over))).toBe(expected)
})

test.each<[string, Parameters<typeof match>[0], string]>([
  ['takes the nearest', { bank: [question('b1', { minutes: 12 }), question('b2'), question('b3')] }, 'b2 b3'],
  [
    'keeps each place’s difficulty',
    {
      asked: [question('a1', { difficulty: 'easy' }), question('a2', { difficulty: 'hard' })],
      bank: [question('b1', { difficulty: 'hard' }), question('b2', { difficulty: 'easy' })],
    },
    'b2 b1',
  ],
  [
    'shares what the bank has nothing else for',
    { asked: [question('a1'), question('a2', { minutes: 12 })], bank: [question('b1')] },
    'b1 a2',
  ],
  ['shares all of it where the bank is empty', {}, 'a1 a2'],
  [
    'takes another competency of the interview before it shares',
    { bank: [question('b1'), question('b2', { primaryCompetency: 'team' })] },
    'b1 b2',
  ],
  [
    'takes nothing outside the interview',
    {
      asked: [question('a1'), question('a2', { minutes: 12 })],
      bank: [question('b1'), question('b2', { primaryCompetency: 'law' })],
    },
    'b1 a2',
  ],
  [
    'takes no kind that the interview does not ask',
    {
      asked: [question('a1'), question('a2', { kind: 'behavioural', minutes: 12 })],
      bank: [question('b1', { kind: 'motivation' }), question('b2', { kind: 'behavioural' })],
    },
    'a1 b2',
  ],
  [
    'takes one of two near-duplicates',
    { bank: [question('b1'), question('b2'), question('b3', { minutes: 14 })], groups: [['b1', 'b2']] },
    'b1 b3',
  ],
  [
    'shares rather than ask two near-duplicates',
    { bank: [question('b1'), question('b2')], groups: [['b1', 'b2']] },
    'b1 a2',
  ],
  [
    'prefers more stars among equals',
    { bank: [question('b1'), question('b2', { stars: 5 }), question('b3', { stars: 4 })] },
    'b2 b3',
  ],
])('a form B %s', (_, given, expected) => {
  expect(match(given).split(' ').sort()).toEqual(expected.split(' ').sort())
})

test('a form B stays within the minutes, or within those of form A where that takes more', () => {
  const long = ['b1', 'b2'].map((id) => question(id, { minutes: 15 }))
  const bank = [...long, question('b3', { minutes: 4 })]
  const asked = [question('a1'), question('a2')]
  const of = (minutes: number) =>
    match({ bank, interviews: [{ id: 'i', minutes, focus: ['api'], kinds, questions: asked }] })
  expect(of(30).split(' ').toSorted()).toEqual(['b1', 'b2'])
  expect(of(22).split(' ')).toContain('b3')
  expect(of(5).split(' ')).toContain('b3')
})

test('a question stands in one interview of form B', () => {
  const at = (id: string, asked: PlannableQuestion) => ({
    id,
    minutes: 40,
    focus: ['api'],
    kinds,
    questions: [asked],
  })
  const interviews = [at('i', question('a1')), at('j', question('a2', { minutes: 12 }))]
  expect(match({ interviews, bank: [question('b1')] })).toBe('b1 | a2')
})

test('the same question gives the same form', () => {
  const bank = Array.from({ length: 80 }, (_, n) => question(`b${n}`, { minutes: 5 + (n % 12) }))
  const asked = Array.from({ length: 10 }, (_, n) => question(`a${n}`, { minutes: 5 + (n % 9) }))
  const made = () =>
    match({ asked, bank, interviews: [{ id: 'i', minutes: 400, focus: [], kinds, questions: asked }] })
  const first = made()
  expect(made()).toBe(first)
  expect(new Set(first.split(' ')).size).toBe(10)
  expect(first).not.toContain('a')
})
