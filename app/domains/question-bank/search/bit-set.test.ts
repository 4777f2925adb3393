import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bitSetOf,
  countCommon,
  countMembers,
  intersect,
  keepMembers,
  listMembers,
  subtract,
  unite,
} from './bit-set.ts'

const size = 100
const numbers = fc.uniqueArray(fc.nat(size - 1))
const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)

test('a bit set holds what was put in, and combines as sets do', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [left, right] = [bitSetOf(size, a), bitSetOf(size, b)]
      expect(listMembers(left)).toEqual(sorted(a))
      const both = a.filter((member) => b.includes(member))
      expect(listMembers(intersect(left, right))).toEqual(sorted(both))
      expect(listMembers(subtract(left, right))).toEqual(sorted(a.filter((member) => !b.includes(member))))
      expect(listMembers(unite(size, [left, right]))).toEqual(sorted([...new Set([...a, ...b])]))
      expect(countCommon(left, right)).toBe(both.length)
      expect(countMembers(left)).toBe(a.length)
      const even = keepMembers(left, (member) => member % 2 === 0)
      expect(listMembers(even)).toEqual(sorted(a.filter((member) => member % 2 === 0)))
    }),
  )
})

test('the ends of a word of 32 are counted', () => {
  const all = bitSetOf(64, [0, 31, 32, 63])
  expect(countCommon(all, all)).toBe(4)
})
