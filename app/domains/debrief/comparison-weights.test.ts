import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  judgeStability,
  readTried,
  scoreUnderWeights,
  writeStability,
  writeTried,
  type WeighedCandidate,
} from './comparison-weights.ts'

function candidate(name: string, a: number, b: number, c = 0): WeighedCandidate {
  return { id: name, name, scores: { a, b, c } }
}
const even = { a: 1, b: 1 }

test.each<[string, WeighedCandidate[], Record<string, number>, string]>([
  ['nobody', [], even, 'There is nobody to compare under these weights.'],
  ['one alone', [candidate('Ana', 3, 3)], even, 'There is nobody to compare under these weights.'],
  [
    'no weight at all',
    [candidate('Ana', 3, 3), candidate('Bo', 2, 2)],
    { a: 0, b: 0 },
    'There is nobody to compare under these weights.',
  ],
  [
    'better in everything',
    [candidate('Bo', 2, 3), candidate('Ana', 3, 4)],
    even,
    'Ana stays first whatever the weights are.',
  ],
  [
    'alike',
    [candidate('Ana', 3, 3), candidate('Bo', 3, 3)],
    even,
    'Ana and Bo come out level under these weights.',
  ],
  [
    'three to two, so a fifth either way makes them level',
    [candidate('Ana', 4, 1), candidate('Bo', 1, 3)],
    even,
    'Ana stays first for all weights within ±20 %; beyond that Bo can come first.',
  ],
  [
    'the closest counts, not the second',
    [candidate('Ana', 4, 1), candidate('Bo', 1, 3), candidate('Cy', 2.9, 1.2)],
    even,
    'Ana stays first for all weights within ±20 %; beyond that Bo can come first.',
  ],
  [
    'by a hair',
    [candidate('Ana', 4, 1), candidate('Bo', 1, 3.99)],
    even,
    'Ana is first, but the smallest change of weights can put Bo there.',
  ],
])('says how far weights may move: %s', (_name, candidates, weights, words) => {
  expect(writeStability(judgeStability(candidates, weights))).toBe(words)
})

test.each<[string, Record<string, number>]>([
  ['', {}],
  ['w=a:20,b:0', { a: 20, b: 0 }],
  ['w=a:400', { a: 100 }],
  ['w=a:-1,b:1.5,other:3,:4,a', {}],
])('weights to try are read from the address %j', (query, tried) => {
  expect(readTried(new URLSearchParams(query), ['a', 'b'])).toEqual(tried)
})

test('only weights that are not the usual ones stand in the address, beside what else is there', () => {
  const params = new URLSearchParams('sort=name&w=a:9')
  const written = writeTried(params, { a: 1, b: 7 }, even)
  expect([written.get('w'), written.get('sort')]).toEqual(['b:7', 'name'])
  expect(writeTried(params, even, even).has('w')).toBe(false)
})

test('only how weights stand to each other counts, and 0 leaves a competency out', () => {
  const both = [candidate('Ana', 4, 1), candidate('Bo', 1, 3)]
  const scores = (weights: Record<string, number>) =>
    scoreUnderWeights(both, weights).map(({ candidate: { name }, score }) => [name, score])
  expect(scores({ a: 10, b: 10 })).toEqual(scores(even))
  expect(scores({ a: 0, b: 5 })).toEqual([
    ['Bo', 3],
    ['Ana', 1],
  ])
})

const level = fc.integer({ min: 10, max: 40 }).map((tenths) => tenths / 10)
const weight = fc.integer({ min: 1, max: 30 })

test('within the margin no weights put another first, and just beyond it some do', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(level, level, level), { minLength: 2, maxLength: 4 }),
      fc.tuple(weight, weight, weight),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      (rows, [a, b, c], ups) => {
        const candidates = rows.map((row, i) => candidate(`Candidate ${i}`, ...row))
        const weights = { a, b, c }
        const found = judgeStability(candidates, weights)
        if (found.kind !== 'first within') return
        const moved = (share: number, isUp: (key: 'a' | 'b' | 'c', i: number) => boolean) =>
          Object.fromEntries(
            (['a', 'b', 'c'] as const).map((key, i) => [
              key,
              weights[key] * (isUp(key, i) ? 1 + share : 1 - share),
            ]),
          )
        const inside = moved(found.share * 0.999, (_key, i) => ups[i] ?? false)
        expect(scoreUnderWeights(candidates, inside)[0]?.candidate.id).toBe(found.leader.id)
        const worst = moved(
          Math.min(1, found.share * 1.01 + 1e-6),
          (key) => (found.next.scores[key] ?? 0) > (found.leader.scores[key] ?? 0),
        )
        expect(scoreUnderWeights(candidates, worst)[0]?.candidate.id).not.toBe(found.leader.id)
      },
    ),
  )
})
