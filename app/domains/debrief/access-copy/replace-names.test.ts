import { expect, test } from 'vitest'
import { createNameReplacer, letterAlias, replaceIn, type KnownName } from './replace-names.ts'

const known: KnownName[] = [
  { name: 'Maren Hoekstra', alias: 'Interviewer A', isClose: true },
  { name: 'Łucja Źrebięca', alias: 'Interviewer B', isClose: true },
  { name: 'Will Mark Byte', alias: 'Interviewer C', isClose: true },
  { name: 'Jan van der Berg', alias: 'Another candidate', isClose: true },
  { name: 'Grace Far', alias: 'a colleague', isClose: false },
  { name: 'Ana Novak', alias: 'Another candidate', isClose: true },
  { name: 'Дмитрий Орлов', alias: 'Interviewer D', isClose: true },
]
const replace = createNameReplacer(known, { name: 'Ana Ribeiro', email: 'ana@example.org' })

test.each([
  ['a whole name', 'Maren Hoekstra asked.', 'Interviewer A asked.'],
  ['a first name, whatever its case', 'maren and MAREN asked', 'Interviewer A and Interviewer A asked'],
  ['a last name with its ’s', 'Hoekstra’s view', 'Interviewer A’s view'],
  ['accents or none', 'Lucja Zrebieca and ŁUCJA', 'Interviewer B and Interviewer B'],
  ['another script', 'Спросил Орлов.', 'Спросил Interviewer D.'],
  ['a letter with its marks apart', 'Z\u0301rebie\u0328ca', 'Interviewer B'],
  ['names across a line', 'Maren\nHoekstra', 'Interviewer A'],
  ['no part of a word', 'Marenland, unmaren, byteorder', 'Marenland, unmaren, byteorder'],
  [
    'a name that is a word, with a capital alone',
    'Will will mark the byte',
    'Interviewer C will mark the Interviewer C',
  ],
  ['a name with particles as one', 'Jan van der Berg de Jan', 'Another candidate de Another candidate'],
  ['particles alone stay', 'van der', 'van der'],
  [
    'somebody far by the whole name',
    'Grace Far in a grace period, far away',
    'a colleague in a grace period, far away',
  ],
  [
    'whom it is about stays, another of that first name goes',
    'Ana Ribeiro, Ana, Ana Novak, Novak',
    'Ana Ribeiro, Ana, Another candidate, Another candidate',
  ],
  ['addresses but one’s own', 'ana@example.org, x.y@firm.example', 'ana@example.org, [e-mail address]'],
  ['nothing', '', ''],
])('%s', (_, text, expected) => {
  expect(replace(text)).toBe(expected)
})

test('every text in a value is replaced but for those under the keys', () => {
  const value = { note: 'Maren', prompt: 'Maren', list: [{ note: 'Hoekstra', n: 1, none: null }] }
  expect(replaceIn(value, replace, new Set(['prompt']))).toEqual({
    note: 'Interviewer A',
    prompt: 'Maren',
    list: [{ note: 'Interviewer A', n: 1, none: null }],
  })
})

test('a thousand names cost one look at each word', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({
    name: `Person Number${i}`,
    alias: 'X',
    isClose: true,
  }))
  expect(createNameReplacer(many, { name: 'Ana', email: null })('Person Number999 and number998')).toBe(
    'X and X',
  )
})

test('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52].map((at) => letterAlias('Interviewer', at))).toEqual([
    'Interviewer A',
    'Interviewer Z',
    'Interviewer AA',
    'Interviewer AZ',
    'Interviewer BA',
  ])
})
