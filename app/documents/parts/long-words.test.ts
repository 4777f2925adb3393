import { expect, test } from 'vitest'
import { cutInCell, cutLongWord } from './long-words.ts'

const syllables = () => ['in', 'ter', 'op']

test.each([
  ['a word of a language stays whole', 'interoperability', ['interoperability']],
  ['a long token is cut anywhere', 'abcd'.repeat(7), Array(7).fill('abcd')],
  ['a letter keeps its marks', 'e\u0301'.repeat(28), Array(7).fill('e\u0301'.repeat(4))],
  ['nothing is nothing', '', ['']],
])('%s', (_, word, pieces) => {
  expect(cutLongWord(word)).toEqual(pieces)
})

test.each([
  ['short words stay whole in a cell', 'security', ['security']],
  ['longer ones are cut at their syllables', 'interoperability', ['in', 'ter', 'op']],
  ['long tokens anywhere', 'x'.repeat(28), Array(7).fill('xxxx')],
])('%s', (_, word, pieces) => {
  expect(cutInCell(word, syllables)).toEqual(pieces)
})
