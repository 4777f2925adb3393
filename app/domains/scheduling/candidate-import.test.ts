import { expect, test } from 'vitest'
import { readCsv } from '#app/lib/csv.server.ts'
import { checkRows, maxImportRows, readRows, type CandidateRow } from './candidate-rows.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** Bytes of a text in Windows-1252, where every sign used here has the number that Unicode gives it. */
const windows = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

function read(bytes: Uint8Array): Omit<CandidateRow, 'line' | 'cvUrl'>[] | string {
  const table = readCsv(bytes)
  if ('problem' in table) return table.problem
  const result = readRows(table)
  return 'problem' in result
    ? result.problem
    : result.rows.map(({ name, email, code }) => ({ name, email, code }))
}

const anna = { name: 'Anna Müller', email: 'anna@example.org', code: '' }

test.each<[string, Uint8Array, ReturnType<typeof read>]>([
  ['commas in UTF-8', utf8('Name,E-mail\nAnna Müller,anna@example.org\n'), [anna]],
  ['a mark at the start', utf8('\uFEFFName,Email\nAnna Müller,anna@example.org'), [anna]],
  ['semicolons in Windows-1252', windows('Name;Mail\r\nAnna Müller;anna@example.org\r\n'), [anna]],
  ['tabs', utf8('full name\te-mail\nAnna Müller\tanna@example.org'), [anna]],
  ['first and last name', utf8('E-MAIL,Last Name,First name\nanna@example.org,Müller,Anna'), [anna]],
  ['the heading Candidate', utf8('CANDIDATE;MAIL\nAnna Müller;anna@example.org'), [anna]],
  ['a code', utf8('name,code\nAnna Müller,k7m2'), [{ ...anna, email: '', code: 'k7m2' }]],
  ['an id', utf8('ID,Name\nk7m2,Anna Müller'), [{ ...anna, email: '', code: 'k7m2' }]],
  [
    'a separator inside quotes',
    utf8('Name,Mail\n"Müller, Anna",a@b.org'),
    [{ name: 'Müller, Anna', email: 'a@b.org', code: '' }],
  ],
  ['a line break inside quotes', utf8('Name,Mail\n"Anna\r\nMüller",anna@example.org'), [anna]],
  ['empty lines and missing cells', utf8('Name,Mail\n\n,,\nAnna Müller\n'), [{ ...anna, email: '' }]],
  [
    'a cell like a formula, kept as text',
    utf8('Name,Mail\n=1+1,\n@SUM(A1),'),
    [
      { name: '=1+1', email: '', code: '' },
      { name: '@SUM(A1)', email: '', code: '' },
    ],
  ],
  ['an empty file', utf8(''), 'The file is empty. Choose one with a candidate on each line.'],
  ['nothing but blanks', utf8(' \n\n'), 'The file is empty. Choose one with a candidate on each line.'],
  [
    'a heading alone',
    utf8('Name,E-mail\n'),
    'The file has a heading but no candidate below it. Add one on each line.',
  ],
  [
    'headings without a name',
    utf8('E-mail,Town\na@b.org,Rome'),
    'No column is headed Name. The first line says: E-mail, Town. Head the column with the names “Name”.',
  ],
  [
    'bytes that are no text',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13),
    'This is not a text file. In a spreadsheet, use “Save as” and choose CSV.',
  ],
])('a file is read: %s', (_name, bytes, expected) => {
  expect(read(bytes)).toEqual(expected)
})

test('a file with a quotation mark left open is refused with its line', () => {
  expect(read(utf8('Name,Mail\n"Anna,a@b.org\n'))).toMatch(/quotation mark is opened and not closed/)
})

test('5,000 rows are read and 5,001 are refused', () => {
  const file = (rows: number) => utf8(`Name\n${Array.from({ length: rows }, (_, i) => `P ${i}`).join('\n')}`)
  expect(read(file(maxImportRows))).toHaveLength(5000)
  expect(read(file(maxImportRows + 1))).toBe(
    'The file has more than 5,000 candidates. Split it and import the parts one by one.',
  )
})

const known = [
  { name: 'Ana Ribeiro', email: 'ana@example.org', code: 'A2A2' },
  { name: null, email: null, code: 'E3E3' },
]

test.each<[string, Partial<CandidateRow>[], string[], string]>([
  ['somebody new', [{ name: 'Bo' }], ['add'], ''],
  ['no name', [{ email: 'b@example.org' }], ['error'], 'Enter the name.'],
  ['a name that is too long', [{ name: 'x'.repeat(121) }], ['error'], 'more than 120 characters'],
  ['an address that is none', [{ name: 'Bo', email: 'bo at home' }], ['error'], 'not an e-mail address'],
  ['a code with other signs', [{ name: 'Bo', code: 'K 7!' }], ['error'], 'A code has 2 to 12'],
  ['a code that somebody has', [{ name: 'Bo', code: 'a2a2' }], ['error'], 'A2A2 belongs to'],
  ['a code that somebody erased has', [{ name: 'Bo', code: 'E3E3' }], ['error'], 'E3E3 belongs to'],
  [
    'a code twice',
    [
      { name: 'Bo', code: 'X1' },
      { name: 'Cy', code: 'x1' },
    ],
    ['add', 'error'],
    'line 2',
  ],
  ['the address of somebody known', [{ name: 'A. R.', email: 'ANA@example.org' }], ['skip'], 'Already there'],
  [
    'an address twice',
    [
      { name: 'Bo', email: 'b@b.org' },
      { name: 'B', email: 'b@b.org' },
    ],
    ['add', 'skip'],
    'line 2',
  ],
  [
    'a namesake with another address',
    [{ name: 'Ana Ribeiro', email: 'a2@b.org' }],
    ['add'],
    'another e-mail',
  ],
])('a row is judged: %s', (_name, rows, states, words) => {
  const given = rows.map((row, i) => ({ line: i + 2, name: '', email: '', code: '', cvUrl: '', ...row }))
  const checked = checkRows(given, known)
  expect(checked.map((row) => row.state)).toEqual(states)
  expect(checked.at(-1)?.words).toContain(words)
})
