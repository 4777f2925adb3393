import { expect, test } from 'vitest'
import type { Competency } from '#rubrics/content.schema.ts'
import { buildCompetencyIndex } from './competency-suggestion.ts'

const competencies: Competency[] = [
  {
    id: 'security',
    name: 'Security and access',
    definition: 'Gives each system only the rights it needs and looks after secrets.',
    looksLike: ['Replaces a leaked key without stopping a flow', 'Asks who may read what'],
  },
  {
    id: 'throughput',
    name: 'Throughput',
    definition: 'Keeps work flowing when more arrives than a partner can take.',
    looksLike: ['Does the sum of calls a second first', 'Shares a limit between callers'],
  },
]
const questions = [
  { id: 'q1', prompt: 'Forty passwords stand in one file. What do you do?', competencyId: 'security' },
  {
    id: 'q2',
    prompt: 'A partner allows eight calls a second. How do you share them?',
    competencyId: 'throughput',
  },
]
const index = buildCompetencyIndex({ competencies, questions })

test.each([
  ['Where would you keep the secrets and passwords of thirty partners?', 'security'],
  ['The courier allows ten calls a second and we need twelve. How do you share the limit?', 'throughput'],
])('%s is taken for %s', (text, competencyId) => {
  const [first, ...others] = index.suggestFor(text)
  expect(first?.competencyId).toBe(competencyId)
  const all = [first, ...others].reduce((sum, suggestion) => sum + (suggestion?.score ?? 0), 0)
  expect(all).toBeCloseTo(1, 9)
})

test('a competency without any question can still be suggested, by its own words', () => {
  const alone = buildCompetencyIndex({ competencies, questions: [] })
  expect(alone.suggestFor('Who may read the secrets?')[0]?.competencyId).toBe('security')
})

test('a question does not vote for its own competency', () => {
  const wrong = { id: 'q3', prompt: 'Who waters the office plants and the ferns?', competencyId: 'security' }
  const grown = buildCompetencyIndex({ competencies, questions: [...questions, wrong] })
  expect(grown.suggestFor(wrong)).toEqual([])
  expect(grown.suggestFor(wrong.prompt)[0]?.competencyId).toBe('security')
})

test('a question of a competency that is no longer in use has no vote', () => {
  const grown = buildCompetencyIndex({
    competencies,
    questions: [...questions, { id: 'q3', prompt: 'Who waters the ferns?', competencyId: 'gone' }],
  })
  expect(grown.suggestFor('Who waters the ferns?')).toEqual([])
})

test('a text that resembles nothing gets no suggestion', () => {
  expect(index.suggestFor('Xyzzy plugh?')).toEqual([])
  expect(index.suggestFor('')).toEqual([])
})
