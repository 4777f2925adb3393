import { expect, test } from 'vitest'
import {
  groupConfirmed,
  likenessWord,
  orderPair,
  sortNearDuplicates,
  type ComparedQuestion,
  type StoredVerdict,
} from './near-duplicate.ts'

const question = (id: string, tags: string[] = []): ComparedQuestion => ({
  id,
  title: `Title of ${id}`,
  prompt: `Prompt of ${id}`,
  intent: '',
  anchors: [],
  tags,
  competencyId: 'reliability',
})
const questions = new Map(
  [
    question('a', ['retries', 'events']),
    question('b', ['events', 'batch']),
    question('c'),
    question('d'),
  ].map((item) => [item.id, item]),
)
const held = (aId: string, bId: string, verdict: StoredVerdict['verdict']): StoredVerdict => ({
  aId,
  bId,
  verdict,
  decidedByName: 'Mina Leader',
})

function sort(suggested: { a: string; b: string; score: number }[], verdicts: StoredVerdict[]) {
  return sortNearDuplicates({
    suggested,
    verdicts,
    findQuestion: (id) => questions.get(id),
    scoreOf: () => 0.1,
  })
}
const idsOf = (pairs: { a: { id: string }; b: { id: string } }[]) => pairs.map(({ a, b }) => a.id + b.id)

test('what people said leaves the suggestions and stands under its verdict', () => {
  const list = sort(
    [
      { a: 'a', b: 'b', score: 0.5 },
      { a: 'a', b: 'c', score: 0.4 },
      { a: 'b', b: 'c', score: 0.3 },
    ],
    [held('a', 'c', 'same'), held('b', 'c', 'different')],
  )
  expect(idsOf(list.suggested)).toEqual(['ab'])
  expect(idsOf(list.confirmed)).toEqual(['ac'])
  expect(idsOf(list.dismissed)).toEqual(['bc'])
  expect(list.suggested[0]).toMatchObject({ sharedTags: ['events'], decision: null })
  expect(list.confirmed[0]?.decision).toEqual({ verdict: 'same', byName: 'Mina Leader' })
})

test('a pair stays confirmed when its words no longer resemble, and a suggestion meets its verdict in either order', () => {
  const list = sort([{ a: 'b', b: 'a', score: 0.5 }], [held('c', 'd', 'same'), held('a', 'b', 'same')])
  expect(idsOf(list.confirmed)).toEqual(['ab', 'cd'])
  expect(list.confirmed.map((pair) => pair.score)).toEqual([0.5, 0.1])
  expect(list.suggested).toEqual([])
})

test('a verdict on a question that is not in use is not shown', () => {
  expect(sort([], [held('a', 'gone', 'same')]).confirmed).toEqual([])
})

test('confirmed pairs hang together as groups, dismissed ones join nothing', () => {
  const verdicts = [held('a', 'b', 'same'), held('b', 'c', 'same'), held('c', 'd', 'different')]
  expect(groupConfirmed(verdicts)).toEqual([['a', 'b', 'c']])
})

test('a pair is stored with the smaller id first', () => {
  expect(orderPair('b', 'a')).toEqual({ aId: 'a', bId: 'b' })
})

test.each([
  [1, 'Nearly identical'],
  [0.5, 'Very alike'],
  [0.29, 'Alike'],
  [0.28, 'A little alike'],
])('a score of %s is “%s”', (score, word) => {
  expect(likenessWord(score)).toBe(word)
})

test('a page cuts what waits for somebody, and every pair that waits is counted', () => {
  const list = sortNearDuplicates({
    suggested: [
      { a: 'a', b: 'b', score: 0.5 },
      { a: 'a', b: 'c', score: 0.4 },
      { a: 'b', b: 'c', score: 0.3 },
    ],
    verdicts: [held('a', 'b', 'same')],
    findQuestion: (id) => questions.get(id),
    scoreOf: () => 0,
    page: { at: 1, size: 1 },
  })
  expect(idsOf(list.suggested)).toEqual(['bc'])
  expect(list.waiting).toBe(2)
})
