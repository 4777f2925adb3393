import { expect, test } from 'vitest'
import { listStems } from './stems.ts'

test.each([
  ['the forms of a word are one', 'Retries, retried: retrying!', ['retri', 'retri', 'retri']],
  ['stop words and bare figures go', 'What would you do in the first 90 days?', ['dai']],
  [
    'a possessive and either apostrophe are cut off',
    "the partner's and the partners’ queue",
    ['partner', 'partner', 'queue'],
  ],
  ['contractions are stop words', "It doesn't and didn’t fail", ['fail']],
  ['letters with marks stay whole', 'Zürich naïve', ['zürich', 'naïv']],
  ['wide letters are the plain ones', 'ＡＰＩ api', ['api', 'api']],
  ['nothing gives nothing', ' … 12 — ', []],
])('%s', (_name, text, stems) => {
  expect(listStems(text)).toEqual(stems)
})

test('a text without end is read to its 20,000th character', () => {
  expect(listStems('queue '.repeat(100_000)).length).toBeLessThan(4_000)
})
