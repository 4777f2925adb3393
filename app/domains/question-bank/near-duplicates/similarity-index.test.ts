import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSimilarityIndex, suggestedFrom, type SimilarityItem } from './similarity-index.ts'

const bank: SimilarityItem[] = [
  {
    id: 'twice',
    prompt:
      'The reply to a payment gets lost, the shop tries again and the customer pays twice. What do you change?',
    intent: 'Makes repeats harmless.',
    anchors: ['Stores the idempotency key with its effect in one transaction.'],
    tags: ['idempotency', 'payments', 'retries'],
  },
  {
    id: 'again',
    prompt:
      'A booking is sent again because its reply was lost, and the guest pays for two rooms. What do you change?',
    intent: 'Makes repeated requests harmless.',
    anchors: ['Keeps an idempotency key beside the booking, in the same transaction.'],
    tags: ['idempotency', 'retries', 'duplicates'],
  },
  {
    id: 'keys',
    prompt: 'Forty passwords stand in one file that three people have copied. How do you put that right?',
    intent: 'Treats credentials as things with an owner.',
    anchors: ['Replaces each secret without stopping a flow.'],
    tags: ['secrets', 'least-privilege'],
  },
  { id: 'bare', prompt: 'How would you reduce the passwords that several people have copied into a file?' },
]

test('what asks the same thing is found, best first, and the question itself is not', () => {
  const index = buildSimilarityIndex(bank)
  const [twice] = bank
  if (!twice) throw new Error('no item')
  const found = index.similarTo(twice)
  expect(found.map((item) => item.id)).toEqual(['again'])
  expect(index.similarTo(twice, { threshold: 0 }).map((item) => item.id)).toHaveLength(3)
  expect(index.similarTo(twice, { threshold: 0, limit: 1 })).toEqual(found)
})

test('an unchanged copy scores 1, with tags and without', () => {
  const index = buildSimilarityIndex(bank)
  for (const item of bank) {
    expect(index.similarTo({ ...item, id: 'copy' })[0]).toEqual({ id: item.id, score: expect.closeTo(1, 9) })
    const untagged = index.similarTo({ ...item, id: 'copy', tags: undefined })[0]
    expect(untagged).toEqual({ id: item.id, score: expect.closeTo(1, 9) })
  }
})

test('more shared tags make a higher score of the same words', () => {
  const one = { id: 'one', prompt: 'A queue grows', tags: ['events', 'retries'] }
  const scores = [['other'], ['events', 'other'], ['events', 'retries', 'other'], ['events', 'retries']].map(
    (tags) =>
      buildSimilarityIndex([{ id: 'two', prompt: 'The queue is slow', tags }]).similarTo(one, {
        threshold: 0,
      })[0]?.score,
  )
  expect(scores).toEqual(scores.toSorted())
  expect(new Set(scores).size).toBe(4)
})

test('texts of stop words alone, or without any word, resemble nothing', () => {
  const index = buildSimilarityIndex([
    ...bank,
    { id: 'empty', prompt: '' },
    { id: 'stop', prompt: 'What would you do?' },
  ])
  expect(index.similarTo({ id: 'x', prompt: '' })).toEqual([])
  expect(index.similarTo({ id: 'x', prompt: 'And then?' })).toEqual([])
  expect(index.listPairs().flatMap(({ a, b }) => [a, b])).not.toContain('empty')
})

test('an empty bank has no pairs and finds nothing', () => {
  const index = buildSimilarityIndex([])
  expect(index.listPairs({ threshold: 0 })).toEqual([])
  expect(index.similarTo({ id: 'x', prompt: 'A queue' }, { threshold: 0 })).toEqual([])
})

const words = ['queue', 'retry', 'token', 'order', 'webhook', 'price', 'courier', 'ledger', 'alarm', 'the']
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' '))
const anyBank = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    prompt: text,
    intent: text,
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  }),
  { selector: (item) => item.id, maxLength: 12 },
)

test('all pairs are what asking for each item gives, whatever the order of the bank', () => {
  fc.assert(
    fc.property(anyBank, (items) => {
      const index = buildSimilarityIndex(items)
      const asked = items.flatMap((item) =>
        index
          .similarTo(item, { limit: items.length })
          .filter((found) => item.id < found.id)
          .map((found) => [item.id, found.id, found.score.toFixed(9)].join()),
      )
      const written = (from: SimilarityItem[]) =>
        buildSimilarityIndex(from)
          .listPairs()
          .map(({ a, b, score }) => [a, b, score.toFixed(9)].join())
          .sort()
      expect(written(items)).toEqual(asked.sort())
      expect(written(items.toReversed())).toEqual(asked)
      for (const { score } of index.listPairs()) {
        expect(score).toBeGreaterThanOrEqual(suggestedFrom)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

test('words that most questions share are left out of a large bank without changing what is found', () => {
  const many = Array.from({ length: 80 }, (_, i) => ({
    id: `filler-${i}`,
    prompt: `Our warehouse system number${i} subject${i} matter${i} fails. What do you do?`,
  }))
  const pairs = buildSimilarityIndex([...bank, ...many]).listPairs()
  expect(pairs.map(({ a, b }) => [a, b])).toEqual([
    ['bare', 'keys'],
    ['again', 'twice'],
  ])
})

test('a limit keeps the best pairs and loses none of them on the way', () => {
  const many = Array.from({ length: 30 }, (_, i) => ({
    id: `item-${String(i).padStart(2, '0')}`,
    prompt: `${words.slice(0, 1 + (i % 7)).join(' ')} ${words[i % 5]}`,
    tags: [`tag-${i % 4}`],
  }))
  const index = buildSimilarityIndex(many)
  const all = index.listPairs()
  expect(all.length).toBeGreaterThan(40)
  for (const limit of [0, 1, 5, 40, all.length + 1])
    expect(index.listPairs({ limit })).toEqual(all.slice(0, limit))
})
