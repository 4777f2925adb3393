import { expect, test } from 'vitest'
import { findUnprintableTexts, listUnprintable, makePrintable } from './printable.ts'

const covered = new Set([...'abcé ?'].map((char) => char.codePointAt(0) ?? 0))

test.each([
  ['a letter and its accent become one', 'cafe\u0301'.slice(2), '?é'],
  ['what no font has is marked', 'a山b', 'a?b'],
  ['a character beyond the first plane is one mark', 'a😀b', 'a?b'],
  ['half a character is marked', 'a\ud83d', 'a?'],
  ['control characters go', 'a\u0000\u0007\u001bb\u007f', 'ab'],
  ['what turns letters round goes', 'a\u202eb\u2067c\u200f', 'abc'],
  ['lines and tabs stay', 'a\n\tb', 'a\n\tb'],
])('%s', (_name, text, printed) => {
  expect(makePrintable(text, covered)).toBe(printed)
})

test('everything inside a value is made printable, and what is no text stays', () => {
  const date = new Date(0)
  expect(makePrintable({ a: ['山', 1, null], b: { c: 'x' }, date }, covered)).toEqual({
    a: ['?', 1, null],
    b: { c: '?' },
    date,
  })
})

test('what cannot be printed is named once, in order, and what is left out is not named', () => {
  expect(listUnprintable('b山a\u202e田山', covered)).toEqual(['山', '田'])
})

test('the texts that will not come out whole are found wherever they stand, and shown around the gap', () => {
  const long = `${'a'.repeat(50)}山${'b'.repeat(50)}`
  expect(
    findUnprintableTexts(
      { a: ['abc', 'a田', 'a田'], b: { c: long, d: null, e: 3, f: new Date(0) } },
      covered,
    ),
  ).toEqual([
    { characters: ['田'], text: 'a田' },
    { characters: ['山'], text: `…${'a'.repeat(30)}山${'b'.repeat(29)}…` },
  ])
  expect(findUnprintableTexts(['山', '田', '川'], covered, 2)).toHaveLength(2)
})
