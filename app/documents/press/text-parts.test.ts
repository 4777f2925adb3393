import { expect, test } from 'vitest'
import { cutText } from './text-parts.ts'

test.each([
  ['an empty text is one empty piece', '', ['']],
  ['a short one stays whole', 'one\ntwo', ['one\ntwo']],
  ['ten lines and no more stand together', 'a\n'.repeat(12), ['a\n'.repeat(10).trimEnd(), 'a\na\n']],
  ['a long line is cut at a space', `${'ab '.repeat(300)}end`, [`${'ab '.repeat(300).slice(0, -1)}`, 'end']],
  ['a long word anywhere', 'x'.repeat(1000), ['x'.repeat(900), 'x'.repeat(100)]],
  ['but not inside a character', `${'x'.repeat(899)}🙂y`, ['x'.repeat(899), '🙂y']],
])('%s', (_, text, pieces) => {
  expect(cutText(text)).toEqual(pieces)
})

test('nothing of a long text is lost', () => {
  const text = Array.from({ length: 60 }, (_, i) => `line ${i} ${'word '.repeat(i)}`.trim()).join('\n')
  expect(cutText(text).join('\n')).toBe(text)
})
