import { readFileSync } from 'node:fs'
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { planProblemSchema, type PlanProblemInput } from './plan-problem.schema.ts'
import { defaultPlanWeights } from './plan-weights.ts'
import { readPlanProblem } from './read-plan-problem.ts'

const small: PlanProblemInput = {
  competencies: [{ id: 'c', weight: 10 }],
  interviews: [{ id: 'i', minutes: 60, focus: ['c'] }],
  questions: [{ id: 'q', minutes: 10, difficulty: 'easy', kind: 'technical', competencies: ['c'] }],
}
const [question] = small.questions

// Brought up to date with `npm run test:unit -- --project unit -u plan-problem`.
test('the published schema is the one that problems are read by', async () => {
  const schema = z.toJSONSchema(planProblemSchema, { io: 'input' })
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 })
  await expect(text).toMatchFileSnapshot('../../../../docs/plan-problem.schema.json')
})

test('the problem and the weights of the documentation are those of the schema', () => {
  const page = readFileSync('docs/planning.md', 'utf8')
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  expect(readPlanProblem(JSON.parse(json))).toHaveProperty('problem')
  for (const [name, points] of Object.entries(defaultPlanWeights)) {
    const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``))
    expect(row, name).toContain(points.toLocaleString('en'))
  }
})

test('what is left out has its usual value', () => {
  expect(readPlanProblem(small)).toMatchObject({
    problem: {
      competencies: [{ mustHave: false, coverage: 1 }],
      interviews: [{ buffer: 0, minQuestions: 0, maxQuestions: 99, easyOpeners: 0, minHard: 0, maxHard: 99 }],
      questions: [{ rating: 3 }],
      pins: [],
      bans: [],
      previous: [],
      weights: {},
    },
  })
  const must = { ...small, competencies: [{ id: 'c', weight: 10, mustHave: true }] }
  expect(readPlanProblem(must)).toMatchObject({ problem: { competencies: [{ coverage: 2 }] } })
})

test.each<[string, unknown, RegExp]>([
  [
    'a question given twice',
    { ...small, questions: [question, question] },
    /^questions\[1\]\.id: “q” is already questions\[0\]/,
  ],
  [
    'an unknown focus',
    { ...small, interviews: [{ id: 'i', minutes: 60, focus: ['x'] }] },
    /^interviews\[0\]\.focus\[0\]: There is no competency “x”/,
  ],
  [
    'a pin of nothing',
    { ...small, pins: [{ question: 'x', interview: 'i' }] },
    /^pins\[0\]\.question: There is no question “x”/,
  ],
  [
    'a pin nowhere',
    { ...small, pins: [{ question: 'q', interview: 'x' }] },
    /^pins\[0\]\.interview: There is no interview “x”/,
  ],
  ['a ban of nothing', { ...small, bans: [{ question: 'x' }] }, /^bans\[0\]\.question/],
  ['a typing slip', { ...small, question: [] }, /^the problem: .*question/],
  ['six stars', { ...small, questions: [{ ...question, rating: 6 }] }, /^questions\[0\]\.rating/],
  ['half a minute', { ...small, questions: [{ ...question, minutes: 0.5 }] }, /^questions\[0\]\.minutes/],
  ['an unknown weight', { ...small, weights: { mood: 3 } }, /^weights/],
  ['no object', [], /^the problem/],
])('%s is refused with its place', (_name, given, words) => {
  const read = readPlanProblem(given)
  expect('problems' in read && read.problems[0]).toMatch(words)
})

test('of many problems the first twenty are named', () => {
  const read = readPlanProblem({ ...small, questions: Array.from({ length: 50 }, () => question) })
  expect('problems' in read && read.problems).toHaveLength(21)
  expect('problems' in read && read.problems.at(-1)).toBe('and 29 more')
})
