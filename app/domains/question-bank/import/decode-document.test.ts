import { expect, test } from 'vitest'
import { decodeDocument, largestDocument } from './decode-document.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const problemOf = (bytes: Uint8Array, name?: string) => {
  const decoded = decodeDocument(bytes, name)
  return 'problem' in decoded ? decoded.problem : `no problem: ${decoded.text}`
}

test('UTF-8 with and without its mark, and UTF-16 with its mark, give the same text', () => {
  const text = 'Što je ključ? “👍”'
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  const big = Buffer.from(wide).swap16()
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), Uint8Array.from(wide), Uint8Array.from(big)])
    expect(decodeDocument(bytes)).toEqual({ text })
})

test.each([
  ['nothing', utf8(''), /nothing in it/],
  ['blanks', utf8(' \r\n\t'), /nothing in it/],
  ['Windows-1252', latin1('Où est la clé ? Là-bas.'), /Save it again with the encoding UTF-8/],
  [
    'UTF-16 without its mark',
    Uint8Array.from(Buffer.from('What is it?', 'utf16le')),
    /UTF-16 without its mark/,
  ],
  ['a PDF', utf8('%PDF-1.7 x'), /This is a PDF.*plain text/],
  ['a Word file', latin1('PK\u0003\u0004 and more'), /Word, Excel or zip/],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /not a text file/],
  ['a zero in a text', utf8('What is it?\0'), /not a text file/],
  ['too much', new Uint8Array(largestDocument + 1).fill(97), /larger than 5 MB/],
])('%s is refused in words', (_name, bytes, expected) => {
  expect(problemOf(bytes)).toMatch(expected)
})

test.each([
  ['a sum', 'Question,Answer\nWhat is it?,=SUM(A1:A9)', /^Row 2, column 2 holds a formula: =SUM/],
  ['a link', 'Question,Answer\nWhat is it?,"=HYPERLINK(""http://x"")"', /^Row 2, column 2/],
  ['a command', 'Question,Answer\nWhat is it?,"+cmd|\' /C calc\'!A0"', /^Row 2, column 2/],
  ['a function with @', 'Question,Answer\n@SUM(1+1),b', /^Row 2, column 1/],
  ['a subtraction', 'Question,Answer\na,b\n-2+3,b', /^Row 3, column 1/],
  ['a cell', 'Question,Answer\na,-A1', /^Row 2, column 2/],
])('a table with %s is refused and the cell is named', (_name, text, expected) => {
  expect(problemOf(utf8(text), 'x.csv')).toMatch(expected)
})

test.each([
  ['a short row', 'Question,Answer,Level\na,b,c\nd,e', /^Row 3 ends after column 2.*3 columns/],
  ['a long row', 'Question,Answer\na,b\nWhat, then?,b', /^Row 3 has something in column 3.*2 columns/],
  ['an open quotation mark', 'Question,Answer\na,"b', /cannot be read/],
  ['too many rows', `Question\n${'a?\n'.repeat(1001)}`, /more than 1,000 rows/],
])('a table with %s is refused', (_name, text, expected) => {
  expect(problemOf(utf8(text), 'x.csv')).toMatch(expected)
})

test.each([
  ['a dash before words', 'Question,Answer\n- What is it?,-- none --'],
  ['a negative number', 'Question,Answer\nWhat is it?,-5'],
  ['a name with @', 'Question,Answer\nWhat is it?,@kim knows'],
  ['a plus before words', 'Question,Answer\nWhat is it?,+ more of it'],
  ['an equals sign in a text', 'Question,Answer\nWhat is it?,a = b'],
  ['empty cells at the end', 'Question,Answer\nWhat is it?,b,,'],
])('a table with %s is accepted', (_name, text) => {
  expect(decodeDocument(utf8(text), 'x.csv')).toEqual({ text })
})

test('a formula in a text is only text', () => {
  const text = '1. What does =SUM(A1) do?'
  expect(decodeDocument(utf8(text), 'x.txt')).toEqual({ text })
})

test.each([
  ['a comma too many', '["a?",\n"b?",\n]'],
  ['no end', '{"questions": [\n'],
  ['a depth that nobody needs', '['.repeat(100_000)],
])('JSON with %s is refused', (_name, text) => {
  expect(problemOf(utf8(text), 'x.json')).toMatch(/not valid JSON/)
})

test('a text in brackets that has no name is a text', () => {
  const text = '[Interview of May]'
  expect(decodeDocument(utf8(text))).toEqual({ text })
})
