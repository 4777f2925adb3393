import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './pack.ts'

test('what is packed comes back, whatever it is', () => {
  const plain = fc
    .jsonValue()
    .map((value): unknown =>
      JSON.parse(
        JSON.stringify(value, (name, one: unknown) =>
          name === '__proto__' ? undefined : typeof one === 'number' ? Math.round(one % 1000) + 0 : one,
        ),
      ),
    )
  fc.assert(
    fc.property(plain, (value) => {
      expect(unpack(pack(value, 2))).toEqual(value)
    }),
  )
})

test.each<[string, unknown, unknown]>([
  ['numbers as they are shown', [2.6666, 3, -0.004], [2.67, 3, 0]],
  ['lists of lists', [[], [[]], [-1]], [[], [[]], [-1]]],
  ['nothing where nothing was given', { a: undefined, b: null }, { b: null }],
  ['texts that look like figures', ['-1', '0', ''], ['-1', '0', '']],
])('keeps %s', (_name, value, expected) => {
  expect(unpack(pack(value, 2))).toEqual(expected)
})

test('says names and texts once', () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ interviewer: 'Ana Almeida', level: i }))
  const packed = pack(rows, 2)
  expect(packed.split('interviewer').length).toBe(2)
  expect(packed.split('Ana Almeida').length).toBe(2)
})
