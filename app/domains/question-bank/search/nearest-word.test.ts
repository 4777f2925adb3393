import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSlips, findNearestStem, makeKnownStem, nearestOf, type KnownStem } from './nearest-word.ts'
import { stemOf } from './search-text.ts'

test.each([
  ['retry', 'retry', 0],
  ['rerty', 'retry', 1],
  ['rety', 'retry', 1],
  ['rettry', 'retry', 1],
  ['retri', 'retry', 1],
  ['webhook', 'webhok', 1],
  ['wbehoko', 'webhook', 2],
  ['', 'ab', 2],
  ['abc', 'xyz', 3],
  ['ca', 'abc', 3],
])('%s is as many slips from %s as it takes', (from, to, slips) => {
  expect(countSlips(from, to, 9)).toBe(slips)
  expect(countSlips(to, from, 9)).toBe(slips)
})

test('counting stops above the limit and never below it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, fc.nat(3), (from, to, most) => {
      const slips = countSlips(from, to, 20)
      expect(Math.min(countSlips(from, to, most), most + 1)).toBe(Math.min(slips, most + 1))
    }),
  )
})

const known: KnownStem[] = (
  [
    ['idempotency', 12],
    ['integration', 40],
    ['integrity', 3],
    ['reconciliation', 9],
    ['availability', 8],
    ['authentication', 7],
    ['monitoring', 20],
    ['kubernetes', 2],
    ['webhook', 15],
    ['schedule', 6],
    ['queue', 10],
    ['retry', 30],
    ['entry', 2],
    ['überweisung', 1],
    ['order', 9],
    ['older', 4],
    ['api', 50],
  ] as const
).map(([word, questions]) => makeKnownStem(stemOf(word), questions))

function meant(word: string, isOpen = true): string | undefined {
  return findNearestStem(word, known, isOpen)?.stem
}

test.each([
  ['idempotncy', 'idempotency'],
  ['idmepotency', 'idempotency'],
  ['integraton', 'integration'],
  ['intergation', 'integration'],
  ['intergration', 'integration'],
  ['reconcilation', 'reconciliation'],
  ['availabilty', 'availability'],
  ['authentcation', 'authentication'],
  ['moniotring', 'monitoring'],
  ['kuberntes', 'kubernetes'],
  ['Wehbook', 'webhook'],
  ['scheduel', 'schedule'],
  ['qeue', 'queue'],
  ['rerty', 'retry'],
  ['Überwesung', 'überweisung'],
  ['uberwiesung', 'überweisung'],
  ['kubrne', 'kubernetes'],
])('%s was meant to be %s', (typed, word) => {
  expect(meant(typed)).toBe(stemOf(word))
})

test('of words that are equally near, the one in most questions is meant', () => {
  expect(meant('olrder')).toBe('order')
})

test('two slips leave the first letter as it is', () => {
  const format = [makeKnownStem('format', 5)]
  expect(findNearestStem('wombat', format, false)).toBeUndefined()
  expect(findNearestStem('forrmt', format, false)?.stem).toBe('format')
  expect(findNearestStem('wormat', format, false)?.stem).toBe('format')
})

test('a word that is complete is not taken for a beginning', () => {
  expect(meant('kubrne', false)).toBeUndefined()
})

test.each([
  'qu',
  'zzzzzz',
  '支払い',
  '""*',
  '',
  'x'.repeat(5000),
  'apx'.repeat(20),
  "'); DROP TABLE question;--",
])('%s is near nothing', (typed) => {
  expect(meant(typed)).toBeUndefined()
})

test('of several words the one that differs least is chosen, in small letters', () => {
  expect(nearestOf('mesage', ['messaging', 'Message', 'message', 'messages'])).toBe('message')
  expect(nearestOf('Kubrnetes', ['Kubernetes'])).toBe('Kubernetes')
  expect(nearestOf('anything', [])).toBeUndefined()
})
