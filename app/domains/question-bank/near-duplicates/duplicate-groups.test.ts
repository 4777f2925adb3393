import { expect, test } from 'vitest'
import { groupPairs } from './duplicate-groups.ts'

test.each([
  ['no pair, no group', [], []],
  ['one pair is a group of two', [['b', 'a']], [['a', 'b']]],
  [
    'a chain is one group',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['b', 'c'],
    ],
    [['a', 'b', 'c', 'd']],
  ],
  [
    'what does not hang together stays apart',
    [
      ['c', 'd'],
      ['a', 'b'],
    ],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a ring and a repeated pair change nothing',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['b', 'a'],
    ],
    [['a', 'b', 'c']],
  ],
] as const)('%s', (_name, pairs, groups) => {
  expect(groupPairs(pairs.map(([a, b]) => ({ a, b })))).toEqual(groups)
})
